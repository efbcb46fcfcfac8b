import { Fragment } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { lineKey, type TagRowsProps } from './tag-lines';

/** The lines of a list that is short enough to be drawn whole. */
export function TagRows<T extends Tag>({ lines, draw }: Pick<TagRowsProps<T>, 'lines' | 'draw'>) {
  return lines.map((line) => <Fragment key={lineKey(line)}>{draw(line)}</Fragment>);
}
