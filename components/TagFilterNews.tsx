import { translate } from '@/lib/i18n/translate';
import styles from './TagList.module.css';

/** How many tags match what was typed: read out, and shown where there are none. */
export function TagFilterNews({ typed, matches }: { typed: string; matches: number }) {
  return (
    <>
      <p aria-live="polite" className="visually-hidden">
        {typed !== '' && translate('tags.matches', { count: matches })}
      </p>
      {typed !== '' && matches === 0 && (
        <p className={styles.line}>{translate('tags.noMatch', { tag: typed })}</p>
      )}
    </>
  );
}
