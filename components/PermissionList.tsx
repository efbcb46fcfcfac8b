import styles from './PermissionList.module.css';

interface PermissionListProps {
  permissions: readonly {
    name: string;
    otherHosts: readonly string[];
    reason: string;
    note?: string | undefined;
  }[];
}

/** Each permission as the browser names it, and why it is needed; the hosts of one that is for many open below it. */
export function PermissionList({ permissions }: PermissionListProps) {
  return (
    <dl className={styles.list}>
      {permissions.map(({ name, otherHosts, reason, note }) => (
        <div key={name} className={styles.permission}>
          <dt className={styles.name}>
            {otherHosts.length === 0 ? (
              <code>{name}</code>
            ) : (
              <details className={styles.details}>
                <summary>
                  <code>{name}</code>
                </summary>
                <ul className={styles.hosts}>
                  {otherHosts.map((host) => (
                    <li key={host}>
                      <code>{host}</code>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {note && <span className={styles.note}>{note}</span>}
          </dt>
          <dd className={styles.reason}>{reason}</dd>
        </div>
      ))}
    </dl>
  );
}
