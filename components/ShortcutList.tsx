import { translate } from '@/lib/i18n/translate';
import styles from './ShortcutList.module.css';

interface ShortcutListProps {
  shortcuts: readonly { name: string; label: string; keys: string }[];
}

/** What each shortcut does, and its keys. */
export function ShortcutList({ shortcuts }: ShortcutListProps) {
  return (
    <dl className={styles.list}>
      {shortcuts.map(({ name, label, keys }) => (
        <div key={name} className={styles.shortcut}>
          <dt>{label}</dt>
          <dd className={styles.keys}>
            {keys ? (
              <kbd className={styles.key}>{keys}</kbd>
            ) : (
              <span className={styles.none}>{translate('shortcuts.none')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
