import { lookAlikeOf, type PreviewSummary } from '@/lib/preview/preview';
import { translate } from '@/lib/i18n/translate';
import { TagRow } from './TagRow';
import styles from './TagList.module.css';

interface TagListProps {
  preview: PreviewSummary;
  chosen: ReadonlySet<string>;
  onChoose: (name: string, chosen: boolean) => void;
}

export function TagList({ preview, chosen, onChoose }: TagListProps) {
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">{translate('tags.legend')}</legend>
      {preview.tags.map((tag) => (
        <TagRow
          key={tag.name}
          tag={tag}
          count={translate('tags.onSome', { count: tag.count, total: preview.recordCount })}
          lookAlike={lookAlikeOf(tag.name, preview)}
          chosen={chosen.has(tag.name)}
          onChoose={(isChosen) => onChoose(tag.name, isChosen)}
        />
      ))}
    </fieldset>
  );
}
