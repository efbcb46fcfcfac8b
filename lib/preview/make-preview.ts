import type { BiginClient } from '@/lib/bigin/client';
import type { Selection } from '@/lib/selection/selection';
import type { Preview } from './preview';
import { readTags, type ReadOptions } from './read-tags';
import { selectionKey } from './selection-key';

/** Reads the tags of the selected records; throws the client's errors. */
export async function makePreview(
  client: BiginClient,
  connectionId: string,
  selection: Selection,
  options: ReadOptions = {},
): Promise<Preview> {
  const { dataCenter, org, module, ids } = selection;
  const readAt = Date.now();
  const found = await readTags(client, module, ids, options);
  const colors = new Map<string, string>();
  for (const { name, color } of [...found.values()].flat()) if (color) colors.set(name, color);
  const key = await selectionKey(selection);
  return {
    id: `${connectionId} ${key}`,
    connectionId,
    dataCenter,
    org,
    module,
    selectionKey: key,
    readAt,
    // In the order of the page, whatever order Bigin answers in.
    records: ids.flatMap((id) => {
      const tags = found.get(id);
      return tags ? [{ id, tags: tags.map((tag) => tag.name) }] : [];
    }),
    colors: [...colors],
    missing: ids.filter((id) => !found.has(id)),
  };
}
