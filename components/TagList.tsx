import type { PreviewTag } from '@/lib/preview/preview';
import { translate } from '@/lib/i18n/translate';
import { TagRow } from './TagRow';
import styles from './TagList.module.css';

interface TagListProps {
  tags: readonly PreviewTag[];
  /** Records whose tags these are. */
  total: number;
  chosen: ReadonlySet<string>;
  onChoose: (name: string, chosen: boolean) => void;
}

export function TagList({ tags, total, chosen, onChoose }: TagListProps) {
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{translate('tags.legend')}</legend>
      {tags.map((tag) => (
        <TagRow
          key={tag.name}
          tag={tag}
          total={total}
          chosen={chosen.has(tag.name)}
          onChoose={(isChosen) => onChoose(tag.name, isChosen)}
        />
      ))}
    </fieldset>
  );
}
