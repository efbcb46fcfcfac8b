import styles from './PermissionList.module.css';

interface PermissionListProps {
  permissions: readonly { name: string; reason: string; note?: string | undefined }[];
}

/** Each permission as the browser names it, and why it is needed. */
export function PermissionList({ permissions }: PermissionListProps) {
  return (
    <dl className={styles.list}>
      {permissions.map(({ name, reason, note }) => (
        <div key={name} className={styles.permission}>
          <dt className={styles.name}>
            <code>{name}</code>
            {note && <span className={styles.note}>{note}</span>}
          </dt>
          <dd className={styles.reason}>{reason}</dd>
        </div>
      ))}
    </dl>
  );
}
