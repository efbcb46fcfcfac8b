import { useDeferredValue, useMemo, useRef, useState, type FocusEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { filterTags } from '@/lib/preview/filter-tags';
import { canChoose } from './TagRow';
import { useTagKeys } from './useTagKeys';

/** From so many tags on there is a field to filter them by. */
const fewest = 7;

/**
 * A list of tags that is filtered by what is typed and walked by the arrow keys, as one tab stop. `rows` and `onFocus`
 * are for what holds the rows, `field` for the filter's field, out of which `enter` leads into the list.
 */
export function useTagFilter<T extends Tag>(tags: readonly T[], filter: string) {
  const rows = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<string>();
  const [isFiltering, setIsFiltering] = useState(filter !== '');
  const hasFilter = isFiltering || tags.length >= fewest;

  // A long list is drawn when there is time, so that typing stays quick.
  const typed = useDeferredValue(filter);
  const shown = useMemo(() => filterTags(tags, typed), [tags, typed]);
  const tabStop = (shown.find(({ name }) => name === active) ?? shown.find(canChoose))?.name;

  const toFilter = (isTyping: boolean) => {
    if (isTyping && !hasFilter) flushSync(() => setIsFiltering(true));
    field.current?.focus();
  };
  const enter = useTagKeys({ rows, tags: shown, active: active ?? tabStop, setActive, toFilter });
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const at = Number(target.dataset['at'] ?? -1);
    if (shown[at]) setActive(shown[at].name);
  };
  /** The first tag that can be chosen of those that match what has been typed by now. */
  const first = () => filterTags(tags, filter).find(canChoose);
  return { rows, field, active, hasFilter, typed, shown, tabStop, enter, onFocus, first };
}
