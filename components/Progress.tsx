import type { ReactNode } from 'react';
import { translate } from '@/lib/i18n/translate';
import { useNews } from './News';
import styles from './Progress.module.css';

interface ProgressProps {
  title: string;
  /** How far it is, in words. */
  text: string;
  /** How far it is, where the end is known. */
  done?: { count: number; total: number } | undefined;
  /** What is said below the bar; how far it is unless told. */
  note?: string;
  /** How fast it goes, once that can be told; its place is kept until then. */
  pace?: string | undefined;
  /** What is read out in place of how far it is. */
  news?: string | undefined;
  /** What it is about, below the title. */
  children?: ReactNode;
}

/** Milliseconds that a step must stand to be read out: what is over at once, or goes by quickly, is no news. */
const patience = 1_000;

export function Progress({ title, text, done, note = text, pace, news, children }: ProgressProps) {
  useNews(news ?? (done && shareText(done)) ?? title, patience);
  return (
    <div className={styles.progress}>
      <p className={styles.title}>{title}</p>
      {children}
      <progress
        aria-label={title}
        aria-valuetext={text}
        className={styles.bar}
        {...(done && { max: Math.max(1, done.total), value: done.count })}
      />
      <p className={styles.count}>{note}</p>
      {pace !== undefined && <p className={styles.count}>{pace || '\u00A0'}</p>}
    </div>
  );
}

/** Each quarter is read out; every step would never leave the ear in peace. */
function shareText({ count, total }: { count: number; total: number }): string | undefined {
  const quarter = total > 0 ? Math.floor((4 * count) / total) / 4 : 0;
  return quarter > 0 && quarter < 1 ? translate('run.done', { share: quarter }) : undefined;
}
