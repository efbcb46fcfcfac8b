import { dataCenterName } from '@/lib/i18n/data-center-name';
import { translate } from '@/lib/i18n/translate';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { Button } from './Button';
import styles from './ConnectionList.module.css';

interface ConnectionListProps {
  connections: readonly ConnectionInfo[];
  onDisconnect: (connection: ConnectionInfo) => void;
}

export function ConnectionList({ connections, onDisconnect }: ConnectionListProps) {
  if (connections.length === 0) return <p className={styles.none}>{translate('options.connectionsNone')}</p>;
  return (
    <ul className={styles.list}>
      {connections.map((connection) => {
        const { id, orgName, org, dataCenter, signInNeeded, lasting } = connection;
        return (
          <li key={id} className={styles.item}>
            <div className={styles.names}>
              <strong id={`name-${id}`}>{orgName}</strong>
              <span className={styles.detail}>
                {dataCenterName(dataCenter)} · {org}
                {signInNeeded && <span className={styles.warn}> · {translate('options.signInNeeded')}</span>}
              </span>
              {!lasting && <span className={styles.warn}>{translate('options.hourOnly')}</span>}
            </div>
            <Button aria-describedby={`name-${id}`} onClick={() => onDisconnect(connection)}>
              {translate('options.disconnect')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
