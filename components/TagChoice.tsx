import { useMemo } from 'react';
import type { ListedTag } from '@/lib/bigin/endpoints/list-tags';
import { translate } from '@/lib/i18n/translate';
import type { TagLine } from '@/lib/preview/group-tags';
import { TagFilter } from './TagFilter';
import { TagFilterNews } from './TagFilterNews';
import { TagLines } from './TagLines';
import styles from './TagList.module.css';
import { canChoose, TagRow } from './TagRow';
import { useTagFilter } from './useTagFilter';

interface TagChoiceProps {
  tags: readonly ListedTag[];
  /** The ids of those that are chosen. */
  chosen: ReadonlySet<string>;
  /** How many records carry a tag, where it has been asked for. */
  countOf: (tag: ListedTag) => number | undefined;
  /** What was typed to filter the tags by. */
  filter: string;
  onFilter: (typed: string) => void;
  onChoose: (tag: ListedTag, chosen: boolean) => void;
}

/** The tags of a module, to choose from by mouse or by keys. */
export function TagChoice({ tags, chosen, countOf, filter, onFilter, onChoose }: TagChoiceProps) {
  const { rows, field, active, hasFilter, typed, shown, tabStop, enter, onFocus, first } = useTagFilter(
    tags,
    filter,
  );
  const lines = useMemo(() => shown.map((tag, at) => ({ tag, at })), [shown]);
  const hidden = chosen.size - shown.filter(({ id }) => chosen.has(id)).length;
  const chooseFirst = () => {
    const tag = first();
    if (tag) onChoose(tag, !chosen.has(tag.id));
  };
  const draw = (line: TagLine<ListedTag>) => {
    // They are in no groups here.
    if ('group' in line) return null;
    const { tag, at } = line;
    const count = countOf(tag);
    return (
      <TagRow
        tag={tag}
        count={count === undefined ? undefined : translate('tags.onMany', { count })}
        note={canChoose(tag) ? undefined : translate('tags.comma')}
        chosen={chosen.has(tag.id)}
        at={at}
        isTabStop={tag.name === tabStop}
        onChoose={onChoose}
      />
    );
  };
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{translate('tags.legend')}</legend>
      {hasFilter && (
        <div className={styles.tools}>
          <TagFilter ref={field} text={filter} onType={onFilter} onEnter={chooseFirst} onDown={enter} />
        </div>
      )}
      <TagFilterNews typed={typed} matches={shown.length} />
      {hidden > 0 && <p className={styles.line}>{translate('tags.notShown', { count: hidden })}</p>}
      <div ref={rows} onFocus={onFocus}>
        <TagLines tagCount={tags.length} lines={lines} draw={draw} active={active} tabStop={tabStop} />
      </div>
    </fieldset>
  );
}
