import { StatusText } from './StatusText';
import styles from './Status.module.css';

/** The result in one sentence. It is always there, so that a screen reader reads what it comes to say. */
export function Status({ text }: { text: string | undefined }) {
  return <output className={styles.status}>{text && <StatusText text={text} />}</output>;
}
