import { lazy, Suspense } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import type { TagRowsProps } from './tag-lines';
import { TagRows } from './TagRows';

/** Most lists need none of it. What is loaded later has no type parameter of its own. */
const VirtualTagRows = lazy(() => import('./VirtualTagRows')) as <T extends Tag>(
  props: TagRowsProps<T>,
) => React.ReactNode;

/** From so many tags on only those in view are drawn. */
const fewestVirtual = 200;

interface TagLinesProps<T extends Tag> extends TagRowsProps<T> {
  /** How many tags the list has, before any are filtered out. */
  tagCount: number;
}

/** The lines of a list of tags, however long it is. */
export function TagLines<T extends Tag>({ tagCount, lines, draw, active, tabStop }: TagLinesProps<T>) {
  if (tagCount < fewestVirtual) return <TagRows lines={lines} draw={draw} />;
  return (
    <Suspense fallback={<TagRows lines={lines.slice(0, 20)} draw={draw} />}>
      <VirtualTagRows lines={lines} draw={draw} active={active} tabStop={tabStop} />
    </Suspense>
  );
}
