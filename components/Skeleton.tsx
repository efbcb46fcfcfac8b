import { useNews } from './News';
import styles from './Skeleton.module.css';

/** Milliseconds after which it is read out that something is on its way. */
const patience = 1_000;

/** Stands for tags that are on their way; shown late, so that a quick answer does not flicker. */
export function Skeleton({ label }: { label: string }) {
  useNews(label, patience);
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">{label}</span>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
    </div>
  );
}
