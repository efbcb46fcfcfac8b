import { translate } from '@/lib/i18n/translate';
import type { TagGroup } from '@/lib/preview/group-tags';
import styles from './TagGroupLabel.module.css';

/** What the tags below have in common: a heading, which a screen reader tells and jumps to. */
export function TagGroupLabel({ group }: { group: TagGroup }) {
  return <h2 className={styles.label}>{translate(group === 'every' ? 'tags.onEvery' : 'tags.onOthers')}</h2>;
}
