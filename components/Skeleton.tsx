import styles from './Skeleton.module.css';

/** Stands for tags that are on their way; shown late, so that a quick answer does not flicker. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden">{label}</span>
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
    </div>
  );
}
