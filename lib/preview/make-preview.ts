import type { BiginClient } from '@/lib/bigin/client';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { RecordId } from '@/lib/bigin/record-id';
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
  now: () => number = Date.now,
): Promise<Preview> {
  const readAt = now();
  const found = await readTags(client, selection.module, selection.ids, options);
  return previewOfTags(connectionId, selection, found, readAt);
}

/** The preview of a selection whose tags have been read already; a record that is not in the map is missing. */
export async function previewOfTags(
  connectionId: string,
  selection: Selection,
  found: ReadonlyMap<RecordId, readonly Tag[]>,
  readAt: number,
): Promise<Preview> {
  const { dataCenter, org, module, ids } = selection;
  const key = await selectionKey(selection);
  const names = new Map<readonly Tag[], string[]>();
  const colors = new Map<string, string>();
  for (const list of new Set(found.values())) {
    names.set(
      list,
      list.map(({ name }) => name),
    );
    for (const { name, color } of list) if (color) colors.set(name, color);
  }
  return {
    id: previewIdOf(connectionId, key),
    connectionId,
    dataCenter,
    org,
    module,
    selectionKey: key,
    readAt,
    // In the order of the page, whatever order Bigin answers in. Records with the same list of tags share it.
    records: ids.flatMap((id) => {
      const list = found.get(id);
      const tags = list && names.get(list);
      return tags ? [{ id, tags }] : [];
    }),
    colors: [...colors].map(([name, color]) => ({ name, color })),
    missing: ids.filter((id) => !found.has(id)),
  };
}

/** The id under which the preview of a selection is kept; see `selectionKey`. */
export function previewIdOf(connectionId: string, key: string): string {
  return `${connectionId} ${key}`;
}
