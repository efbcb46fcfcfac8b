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
}

export function Progress({ title, text, done, note = text, pace }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <p className={styles.title}>{title}</p>
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
