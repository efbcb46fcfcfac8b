import type { ReactNode } from 'react';
import type { TagLine } from '@/lib/preview/group-tags';

export interface TagRowsProps {
  lines: readonly TagLine[];
  draw: (line: TagLine) => ReactNode;
  /** The tag that the keys are at. */
  active: string | undefined;
}

export function lineKey(line: TagLine): string {
  return 'tag' in line ? `tag ${line.tag.name}` : `group ${line.group}`;
}
