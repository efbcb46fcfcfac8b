import type { ListedTag } from '@/lib/bigin/endpoints/list-tags';
import { translate } from '@/lib/i18n/translate';
import { TagFilter } from './TagFilter';
import { TagFilterNews } from './TagFilterNews';
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
  const { rows, field, hasFilter, typed, shown, tabStop, enter, onFocus, first } = useTagFilter(tags, filter);
  const hidden = chosen.size - shown.filter(({ id }) => chosen.has(id)).length;
  const chooseFirst = () => {
    const tag = first();
    if (tag) onChoose(tag, !chosen.has(tag.id));
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
        {shown.map((tag, at) => {
          const count = countOf(tag);
          return (
            <TagRow
              key={tag.id}
              tag={tag}
              count={count === undefined ? undefined : translate('tags.onMany', { count })}
              note={canChoose(tag) ? undefined : translate('tags.comma')}
              chosen={chosen.has(tag.id)}
              at={at}
              isTabStop={tag.name === tabStop}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
