import type { ReactNode } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { TagLine } from '@/lib/preview/group-tags';

export interface TagRowsProps<T extends Tag = Tag> {
  lines: readonly TagLine<T>[];
  draw: (line: TagLine<T>) => ReactNode;
  /** The tag that the keys are at. */
  active: string | undefined;
  /** The tag that the tab key leads to: the one that the keys are at, else the first. */
  tabStop: string | undefined;
}

export function lineKey(line: TagLine<Tag>): string {
  return 'tag' in line ? `tag ${line.tag.name}` : `group ${line.group}`;
}
