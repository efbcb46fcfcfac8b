import styles from './Status.module.css';

/** The result in one sentence. It is always there, so that a screen reader reads what it comes to say. */
export function Status({ text }: { text: string | undefined }) {
  return <output className={text ? styles.status : styles.empty}>{text}</output>;
}
