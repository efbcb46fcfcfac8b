import { Fragment } from 'react';
import { lineKey, type TagRowsProps } from './tag-lines';

/** The lines of a list that is short enough to be drawn whole. */
export function TagRows({ lines, draw }: Pick<TagRowsProps, 'lines' | 'draw'>) {
  return lines.map((line) => <Fragment key={lineKey(line)}>{draw(line)}</Fragment>);
}
