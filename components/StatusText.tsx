import styles from './StatusText.module.css';

/** What went well, in one sentence. */
export function StatusText({ text }: { text: string }) {
  return <span className={styles.text}>{text}</span>;
}
