import type { BiginClient } from '@/lib/bigin/client';
import type { ReadOptions } from '@/lib/preview/read-tags';
import { withPlaced } from '@/lib/selection/build-selections';
import type { Selections } from '@/lib/selection/selection';
import { placeRecords } from './place-records';

/**
 * Asks Bigin for the modules of the records that the page, or the user, did not tell. Those found nowhere are
 * missing; throws `noneFound` where nothing is left, and the client's errors.
 */
export async function placeSelections(
  client: BiginClient,
  selections: Selections,
  options: ReadOptions = {},
): Promise<Selections> {
  const found = [];
  for (const { ids, modules } of selections.unplaced) {
    const { placed } = await placeRecords(client, ids, modules, options);
    found.push(...placed.map(({ module, records }) => ({ module, ids: records.map(({ id }) => id) })));
  }
  return withPlaced(selections, found);
}
