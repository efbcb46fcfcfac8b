import type { ListedTag } from '@/lib/bigin/endpoints/list-tags';
import { translate } from '@/lib/i18n/translate';
import styles from './TagList.module.css';
import { canChoose, TagRow } from './TagRow';

interface TagChoiceProps {
  tags: readonly ListedTag[];
  chosen: ReadonlySet<string>;
  /** How many records carry a tag, where it has been asked for. */
  countOf: (tag: ListedTag) => number | undefined;
  onChoose: (tag: ListedTag, chosen: boolean) => void;
}

/** The tags of a module. */
export function TagChoice({ tags, chosen, countOf, onChoose }: TagChoiceProps) {
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{translate('tags.legend')}</legend>
      {tags.map((tag) => {
        const count = countOf(tag);
        return (
          <TagRow
            key={tag.id}
            tag={tag}
            count={count === undefined ? undefined : translate('tags.onMany', { count })}
            note={canChoose(tag) ? undefined : translate('tags.comma')}
            chosen={chosen.has(tag.id)}
            onChoose={onChoose}
          />
        );
      })}
    </fieldset>
  );
}
