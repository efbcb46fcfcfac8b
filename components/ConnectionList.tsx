import { translate } from '@/lib/i18n/translate';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import styles from './ConnectionList.module.css';
import { ConnectionItem } from './ConnectionItem';

interface ConnectionListProps {
  connections: readonly ConnectionInfo[];
  onDisconnect: (connection: ConnectionInfo) => void;
  onTest: (connection: ConnectionInfo) => void;
}

export function ConnectionList({ connections, onDisconnect, onTest }: ConnectionListProps) {
  if (connections.length === 0) return <p className={styles.none}>{translate('options.connectionsNone')}</p>;
  return (
    <ul className={styles.list}>
      {connections.map((connection) => (
        <ConnectionItem
          key={connection.id}
          connection={connection}
          onDisconnect={() => onDisconnect(connection)}
          onTest={() => onTest(connection)}
        />
      ))}
    </ul>
  );
}
