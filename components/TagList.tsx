import {
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
} from 'react';
import { flushSync } from 'react-dom';
import { translate } from '@/lib/i18n/translate';
import { filterTags } from '@/lib/preview/filter-tags';
import { groupTags, type TagLine } from '@/lib/preview/group-tags';
import { lookAlikes, type PreviewSummary, type PreviewTag } from '@/lib/preview/preview';
import { Button } from './Button';
import { TagFilter } from './TagFilter';
import { TagGroupLabel } from './TagGroupLabel';
import styles from './TagList.module.css';
import { canChoose, TagRow } from './TagRow';
import { TagRows } from './TagRows';
import { useTagKeys } from './useTagKeys';

/** Most lists need none of it. */
const VirtualTagRows = lazy(() => import('./VirtualTagRows'));

/** From so many tags on there is a field to filter them by, and only those in view are drawn. */
const fewest = { filter: 7, virtual: 200 };

interface TagListProps {
  preview: PreviewSummary;
  /** Whether more tags may come: then each keeps its place. */
  isGrowing: boolean;
  chosen: ReadonlySet<string>;
  /** What was typed to filter the tags by. */
  filter: string;
  onFilter: (typed: string) => void;
  onChoose: (names: readonly string[], chosen: boolean) => void;
}

/** The tags of the selected records, to choose from by mouse or by keys. */
export function TagList({ preview, isGrowing, chosen, filter, onFilter, onChoose }: TagListProps) {
  const { tags, recordCount } = preview;
  const rows = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<string>();
  const [isFiltering, setIsFiltering] = useState(filter !== '');
  const hasFilter = isFiltering || tags.length >= fewest.filter;

  // A long list is drawn when there is time, so that typing stays quick.
  const typed = useDeferredValue(filter);
  const shown = useMemo(() => filterTags(tags, typed), [tags, typed]);
  const lines = useMemo(
    () => (isGrowing ? shown.map((tag, at): TagLine => ({ tag, at })) : groupTags(shown, preview)),
    [isGrowing, shown, preview],
  );
  const alike = useMemo(() => lookAlikes(tags), [tags]);
  const tabStop = (shown.find(({ name }) => name === active) ?? shown.find(canChoose))?.name;
  const hidden = useMemo(() => {
    const names = new Set(shown.map(({ name }) => name));
    return [...chosen].filter((name) => !names.has(name)).length;
  }, [shown, chosen]);

  const toFilter = (isTyping: boolean) => {
    if (isTyping && !hasFilter) flushSync(() => setIsFiltering(true));
    field.current?.focus();
  };
  const enter = useTagKeys({ rows, tags: shown, active: active ?? tabStop, setActive, toFilter });
  const chooseFirst = () => {
    const first = filterTags(tags, filter).find(canChoose);
    if (first) onChoose([first.name], !chosen.has(first.name));
  };
  const chooseShown = (isChosen: boolean) =>
    onChoose(
      shown.filter(canChoose).map(({ name }) => name),
      isChosen,
    );
  const chooseOne = useCallback(
    ({ name }: PreviewTag, isChosen: boolean) => onChoose([name], isChosen),
    [onChoose],
  );
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const at = Number(target.dataset['at'] ?? -1);
    if (shown[at]) setActive(shown[at].name);
  };

  const noteOf = (tag: PreviewTag) => {
    if (!canChoose(tag)) return translate('tags.comma');
    const other = alike.get(tag.name);
    return other && translate('tags.lookAlike', { tag: other });
  };
  const draw = (line: TagLine) => {
    if ('group' in line) return <TagGroupLabel group={line.group} />;
    const { tag, at } = line;
    return (
      <TagRow
        tag={tag}
        count={translate('tags.onSome', { count: tag.count, total: recordCount })}
        share={tag.count / recordCount}
        note={noteOf(tag)}
        chosen={chosen.has(tag.name)}
        at={at}
        isTabStop={tag.name === tabStop}
        onChoose={chooseOne}
      />
    );
  };

  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{translate('tags.legend')}</legend>
      {(tags.length > 1 || hasFilter) && (
        <div className={styles.tools}>
          {hasFilter ? (
            <TagFilter ref={field} text={filter} onType={onFilter} onEnter={chooseFirst} onDown={enter} />
          ) : (
            <span className={styles.count}>{translate('tags.count', { count: tags.length })}</span>
          )}
          <Button look="link" className={styles.all} onClick={() => chooseShown(true)}>
            {translate('tags.chooseAll')}
          </Button>
          <Button look="link" className={styles.all} onClick={() => chooseShown(false)}>
            {translate('tags.chooseNone')}
          </Button>
        </div>
      )}
      <p aria-live="polite" className="visually-hidden">
        {typed !== '' && translate('tags.matches', { count: shown.length })}
      </p>
      {hidden > 0 && <p className={styles.line}>{translate('tags.notShown', { count: hidden })}</p>}
      {shown.length === 0 && <p className={styles.line}>{translate('tags.noMatch', { tag: typed })}</p>}
      <div ref={rows} onFocus={onFocus}>
        {tags.length < fewest.virtual ? (
          <TagRows lines={lines} draw={draw} />
        ) : (
          <Suspense fallback={<TagRows lines={lines.slice(0, 20)} draw={draw} />}>
            <VirtualTagRows lines={lines} draw={draw} active={active} />
          </Suspense>
        )}
      </div>
    </fieldset>
  );
}
