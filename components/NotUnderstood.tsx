import { translate, type MessageKey } from '@/lib/i18n/translate';
import type { PastedRecords } from '@/lib/selection/given/pasted-records';
import styles from './NotUnderstood.module.css';

/** Most lines that are listed; a text that is none of what was asked for has no end of them. */
const mostLines = 200;

/** The lines of a pasted text that named no record, each with the reason. */
export function NotUnderstood({ lines }: { lines: PastedRecords['notUnderstood'] }) {
  const more = lines.length - mostLines;
  return (
    <section className={styles.lines}>
      <p className={styles.title}>{translate('paste.notUnderstood', { count: lines.length })}</p>
      <ul
        aria-label={translate('paste.notUnderstoodList')}
        className={styles.list}
        // Who works by keys comes to it, and scrolls from there: nothing else below the field is to be reached.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {lines.slice(0, mostLines).map(({ line, text, reason }) => (
          <li key={line} className={styles.item}>
            <span className={styles.number}>{translate('paste.line', { line })}</span>
            <span className={styles.text} dir="auto">
              {text}
            </span>
            <span>{translate(`paste.reason.${reason}` satisfies MessageKey)}</span>
          </li>
        ))}
        {more > 0 && <li className={styles.item}>{translate('paste.moreLines', { count: more })}</li>}
      </ul>
    </section>
  );
}
