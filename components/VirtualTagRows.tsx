import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { lineKey, type TagRowsProps } from './tag-lines';
import styles from './VirtualTagRows.module.css';

/** What is stuck above the lines, in pixels. */
const stuck = 48;

/**
 * The lines of a long list: only those in view are drawn, and the one that the tab key leads to. Each says its place in the
 * whole, as a screen reader cannot count what is not there.
 */
export default function VirtualTagRows<T extends Tag>({ lines, draw, active, tabStop }: TagRowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  const placeOf = (name: string | undefined) =>
    lines.findIndex((line) => 'tag' in line && line.tag.name === name);
  const activeAt = placeOf(active);
  const tabStopAt = placeOf(tabStop);
  const activeLine = lines[activeAt];
  const firstAt = useRef(activeLine && 'tag' in activeLine ? activeLine.at : undefined);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    getItemKey: (index) => {
      const line = lines[index];
      return line ? lineKey(line) : index;
    },
    estimateSize: () => 38,
    overscan: 6,
    scrollMargin: above,
    scrollPaddingStart: stuck,
    scrollPaddingEnd: 8,
    initialRect: { width: 380, height: 600 },
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      return tabStopAt < 0 || inView.includes(tabStopAt)
        ? inView
        : [...inView, tabStopAt].toSorted((a, b) => a - b);
    },
  });
  // What stands above the list comes and goes.
  useLayoutEffect(() => {
    const main = list.current?.closest('main');
    if (!list.current || !main) return;
    const { top } = list.current.getBoundingClientRect();
    setAbove(Math.round(top - main.getBoundingClientRect().top + main.scrollTop));
  }, [lines, draw]);
  const reveal = useRef<() => void>(() => {});
  useLayoutEffect(() => {
    reveal.current = () => {
      if (activeAt >= 0) virtualizer.scrollToIndex(activeAt);
    };
  });
  useEffect(() => {
    reveal.current();
  }, [active]);
  // The first rows were drawn otherwise while this was being loaded: who was at one of them still is.
  useLayoutEffect(() => {
    const at = firstAt.current;
    if (at === undefined || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true });
  }, []);

  const count = lines.filter((line) => 'tag' in line).length;
  return (
    <ul ref={list} className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start - above}px)` }}
              {...('tag' in line && { 'aria-setsize': count, 'aria-posinset': line.at + 1 })}
            >
              {draw(line)}
            </li>
          )
        );
      })}
    </ul>
  );
}
