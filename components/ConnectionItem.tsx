import { useId } from 'react';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { formatList } from '@/lib/i18n/format-list';
import { formatTime } from '@/lib/i18n/format-time';
import { translate } from '@/lib/i18n/translate';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { missingScopes } from '@/lib/oauth/scopes';
import { Button } from './Button';
import styles from './ConnectionItem.module.css';
import { Notice } from './Notice';

interface ConnectionItemProps {
  connection: ConnectionInfo;
  onDisconnect: () => void;
  onTest: () => void;
}

export function ConnectionItem({ connection, onDisconnect, onTest }: ConnectionItemProps) {
  const nameId = useId();
  const { orgName, org, dataCenter, userName, scopes, connectedAt, renewedAt } = connection;
  const missing = missingScopes(scopes);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.names}>
          <strong id={nameId}>{orgName}</strong>
          <span className={styles.detail}>
            {dataCenterName(dataCenter)} · {org}
          </span>
          {userName && <span className={styles.detail}>{translate('options.user', { user: userName })}</span>}
          <span className={styles.detail}>
            {translate('options.connectedAt', { when: formatTime(connectedAt) })}
            {renewedAt && ` · ${translate('options.renewedAt', { when: formatTime(renewedAt) })}`}
          </span>
        </div>
        <div className={styles.actions}>
          <Button aria-describedby={nameId} onClick={onTest}>
            {translate('options.test')}
          </Button>
          <Button aria-describedby={nameId} onClick={onDisconnect}>
            {translate('options.disconnect')}
          </Button>
        </div>
      </div>
      {connection.signInNeeded && <Notice tone="warn">{translate('options.signInNeeded')}</Notice>}
      {!connection.lasting && <Notice tone="plain">{translate('options.hourOnly')}</Notice>}
      {missing.length > 0 && (
        <Notice tone="warn">
          {translate('options.scopesMissing', { count: missing.length, scopes: formatList(missing) })}
        </Notice>
      )}
      <details className={styles.detail}>
        <summary>{translate('options.scopes', { count: scopes.length })}</summary>
        <ul className={styles.scopes}>
          {scopes.map((scope) => (
            <li key={scope}>{scope}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
