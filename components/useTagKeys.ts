import { useEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { canChoose } from './TagRow';

interface TagKeys {
  /** What holds the rows. */
  rows: RefObject<HTMLElement | null>;
  /** The tags that are shown, in order. */
  tags: readonly Tag[];
  /** The tag that the keys are at, and what moves them to another. */
  active: string | undefined;
  setActive: (name: string) => void;
  /** Leads to the filter: by a letter, which goes there, or by the arrow above the first tag. */
  toFilter: (isTyping: boolean) => void;
}

/** How many rows a page key moves by. */
const page = 10;

/**
 * Moves through a list of tags by the arrow keys, as one tab stop; the space bar is the checkbox's own. Also works
 * while no field or button has the focus, as right after the popup opened. Returns what moves into the list.
 */
export function useTagKeys({ rows, tags, active, setActive, toFilter }: TagKeys): () => void {
  const moveTo = (at: number, step: number) => {
    const to = nearest(tags, at, step);
    const tag = to === undefined ? undefined : tags[to];
    if (!tag) return;
    flushSync(() => setActive(tag.name));
    rows.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  };
  const from = tags.findIndex(({ name }) => name === active);
  const enter = () => moveTo(Math.max(0, from), 1);

  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  useEffect(() => {
    onKey.current = (event) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing || !(target instanceof Element)) return;
      const isInList = rows.current?.contains(target) ?? false;
      if (!isInList && target !== document.body && !(target instanceof HTMLHeadingElement)) return;
      // The field gets the letter, since it has the focus when the key's press goes on.
      if (isLetter(key)) return toFilter(true);
      if (!isInList) {
        if (key !== 'ArrowDown') return;
        enter();
      } else if (key === 'ArrowUp' && nearest(tags, from - 1, -1) === undefined) toFilter(false);
      else {
        const to = destination(key, from, tags.length);
        if (!to) return;
        moveTo(to.at, to.step);
      }
      event.preventDefault();
    };
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return enter;
}

/** Keys that write nothing have names of several letters. */
function isLetter(key: string): boolean {
  return /^\S$/u.test(key);
}

/** Where a key leads, and in which direction to look on where no tag can be chosen there. */
function destination(key: string, from: number, length: number): { at: number; step: number } | undefined {
  if (key === 'ArrowDown') return { at: from + 1, step: 1 };
  if (key === 'ArrowUp') return { at: from - 1, step: -1 };
  if (key === 'PageDown') return { at: Math.min(from + page, length - 1), step: -1 };
  if (key === 'PageUp') return { at: Math.max(from - page, 0), step: 1 };
  if (key === 'Home') return { at: 0, step: 1 };
  return key === 'End' ? { at: length - 1, step: -1 } : undefined;
}

function nearest(tags: readonly Tag[], at: number, step: number): number | undefined {
  for (let to = at; to >= 0 && to < tags.length; to += step) {
    const tag = tags[to];
    if (tag && canChoose(tag)) return to;
  }
  return undefined;
}
