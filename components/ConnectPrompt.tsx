import type { ConnectionInfo } from '@/lib/oauth/connection';
import { translate } from '@/lib/i18n/translate';
import { Notice } from './Notice';
import styles from './ConnectPrompt.module.css';

interface ConnectPromptProps {
  /** The tab's connection, where it needs a new sign-in. */
  expired: ConnectionInfo | undefined;
  others: readonly ConnectionInfo[];
  connecting: boolean;
}

export function ConnectPrompt({ expired, others, connecting }: ConnectPromptProps) {
  if (connecting) return <p className={styles.text}>{translate('connect.waiting')}</p>;
  const orgs = others.map(({ orgName }) => orgName).join(', ');
  return (
    <>
      {!expired && others.length > 0 && <Notice tone="plain">{translate('connect.others', { orgs })}</Notice>}
      <p className={styles.text}>
        {expired ? translate('connect.again', { org: expired.orgName }) : translate('connect.explain')}
      </p>
    </>
  );
}
