import { useCallback, useMemo } from 'react';
import { translate } from '@/lib/i18n/translate';
import { groupTags, type TagLine } from '@/lib/preview/group-tags';
import { lookAlikes, type PreviewSummary, type PreviewTag } from '@/lib/preview/preview';
import { Button } from './Button';
import { TagFilter } from './TagFilter';
import { TagFilterNews } from './TagFilterNews';
import { TagGroupLabel } from './TagGroupLabel';
import { TagLines } from './TagLines';
import styles from './TagList.module.css';
import { canChoose, TagRow } from './TagRow';
import { useTagFilter } from './useTagFilter';

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
  const { rows, field, active, hasFilter, typed, shown, tabStop, enter, onFocus, first } = useTagFilter(
    tags,
    filter,
  );
  const lines = useMemo(
    () => (isGrowing ? shown.map((tag, at): TagLine => ({ tag, at })) : groupTags(shown, preview)),
    [isGrowing, shown, preview],
  );
  const alike = useMemo(() => lookAlikes(tags), [tags]);
  const hidden = useMemo(() => {
    const names = new Set(shown.map(({ name }) => name));
    return [...chosen].filter((name) => !names.has(name)).length;
  }, [shown, chosen]);

  const chooseFirst = () => {
    const tag = first();
    if (tag) onChoose([tag.name], !chosen.has(tag.name));
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
      <TagFilterNews typed={typed} matches={shown.length} />
      {hidden > 0 && <p className={styles.line}>{translate('tags.notShown', { count: hidden })}</p>}
      <div ref={rows} onFocus={onFocus}>
        <TagLines tagCount={tags.length} lines={lines} draw={draw} active={active} tabStop={tabStop} />
      </div>
    </fieldset>
  );
}
