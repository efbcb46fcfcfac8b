import type { PreviewSummary } from '@/lib/preview/preview';
import { translate } from '@/lib/i18n/translate';
import { TagDot } from './TagDot';
import styles from './TagCounts.module.css';

/** The tags of a preview and on how many records each is, to look at. */
export function TagCounts({ preview: { tags, recordCount } }: { preview: PreviewSummary }) {
  return (
    <ul className={styles.list}>
      {tags.map(({ name, color, count }) => (
        <li key={name} className={styles.tag}>
          <span className={styles.name} dir="auto">
            <TagDot color={color} className={styles.dot} />
            {name}
          </span>
          <span className={styles.count}>{translate('tags.onSome', { count, total: recordCount })}</span>
        </li>
      ))}
    </ul>
  );
}
