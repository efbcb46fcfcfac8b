import styles from './TagNames.module.css';

/** The tags that a job is about. */
export function TagNames({ names }: { names: readonly string[] }) {
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name} className={styles.name} dir="auto">
          {name}
        </li>
      ))}
    </ul>
  );
}
