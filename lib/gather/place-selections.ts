import type { BiginClient } from '@/lib/bigin/client';
import type { RecordTags } from '@/lib/bigin/endpoints/list-records';
import type { ReadOptions } from '@/lib/preview/read-tags';
import { withPlaced } from '@/lib/selection/build-selections';
import type { Selections, Unplaced } from '@/lib/selection/selection';
import { placeRecords } from './place-records';

export interface PlaceOptions extends ReadOptions {
  /** Told the tags of records that were found. */
  onFound?: (records: readonly RecordTags[]) => void;
}

/**
 * Asks Bigin for the modules of the records that the page, or the user, did not tell. Those found nowhere are
 * missing; those that a module may have which may not be read stay open. Throws where nothing is left to act on
 * (see `withPlaced`), and the client's errors.
 */
export async function placeSelections(
  client: BiginClient,
  selections: Selections,
  { onFound = () => {}, ...options }: PlaceOptions = {},
): Promise<Selections> {
  const found = [];
  const open: Unplaced[] = [];
  for (const part of selections.unplaced) {
    const { placed, unplaced, unread } = await placeRecords(client, part.ids, part.modules, options);
    for (const { records } of placed) onFound(records);
    found.push(...placed.map(({ module, records }) => ({ module, ids: records.map(({ id }) => id) })));
    if (unplaced.length > 0) open.push({ ...part, ids: unplaced, modules: unread });
  }
  return withPlaced(selections, found, open);
}
