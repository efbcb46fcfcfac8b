import { translate } from '@/lib/i18n/translate';
import styles from './SavedMark.module.css';

/** Says quietly that what was changed is stored. It is always there, so that a screen reader reads it. */
export function SavedMark({ isSaved }: { isSaved: boolean }) {
  return <output className={styles.mark}>{isSaved && translate('options.saved')}</output>;
}
