import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { PreviewTag } from './preview';

/** Whether a tag is on all records that were read, or on some of them. */
export type TagGroup = 'every' | 'some';

/** A line of a list of tags: a tag, or what those below it have in common. */
export type TagLine<T extends Tag = PreviewTag> = { tag: T; at: number } | { group: TagGroup };

/**
 * The lines of a list of tags, those on the most records first: with labels where some of all the tags are on every
 * record and others are not. `at` is a tag's place among the tags.
 */
export function groupTags(
  tags: readonly PreviewTag[],
  { tags: all, recordCount }: { tags: readonly PreviewTag[]; recordCount: number },
): TagLine[] {
  const groupOf = ({ count }: PreviewTag): TagGroup => (count === recordCount ? 'every' : 'some');
  const hasBoth = new Set(all.map(groupOf)).size > 1;
  const lines: TagLine[] = [];
  let last: TagGroup | undefined;
  for (const [at, tag] of tags.entries()) {
    const group = groupOf(tag);
    if (hasBoth && group !== last) lines.push({ group });
    last = group;
    lines.push({ tag, at });
  }
  return lines;
}
