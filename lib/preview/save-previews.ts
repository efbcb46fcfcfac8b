import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { RecordId } from '@/lib/bigin/record-id';
import type { Selection } from '@/lib/selection/selection';
import { previewOfTags } from './make-preview';
import type { PreviewStore } from './preview-store';

/** Where tags were read on the way to a selection, its preview costs nothing more: those of which all were read. */
export async function savePreviews(
  previews: PreviewStore,
  connectionId: string,
  selections: readonly Selection[],
  tags: ReadonlyMap<RecordId, readonly Tag[]>,
  readAt: number,
): Promise<void> {
  const read = selections.filter(({ ids }) => ids.every((id) => tags.has(id)));
  for (const selection of read) {
    await previews.save(await previewOfTags(connectionId, selection, tags, readAt));
  }
}
