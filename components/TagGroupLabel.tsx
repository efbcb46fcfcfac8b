import { translate } from '@/lib/i18n/translate';
import type { TagGroup } from '@/lib/preview/group-tags';
import styles from './TagGroupLabel.module.css';

/** What the tags below have in common. */
export function TagGroupLabel({ group }: { group: TagGroup }) {
  return (
    <div className={styles.label}>{translate(group === 'every' ? 'tags.onEvery' : 'tags.onOthers')}</div>
  );
}
