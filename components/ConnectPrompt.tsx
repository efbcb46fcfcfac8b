import type { ConnectionInfo } from '@/lib/oauth/connection';
import { formatList } from '@/lib/i18n/format-list';
import { translate } from '@/lib/i18n/translate';
import { Notice } from './Notice';
import styles from './ConnectPrompt.module.css';

interface ConnectPromptProps {
  /** The organization that the tab shows: `org` and digits, since only a connection tells its name. */
  org: string;
  /** The tab's connection, where it needs a new sign-in. */
  expired: ConnectionInfo | undefined;
  others: readonly ConnectionInfo[];
  connecting: boolean;
}

export function ConnectPrompt({ org, expired, others, connecting }: ConnectPromptProps) {
  if (connecting) return <p className={styles.text}>{translate('connect.waiting')}</p>;
  const orgs = formatList(others.map(({ orgName }) => orgName));
  return (
    <>
      {!expired && others.length > 0 && (
        <Notice tone="plain">{translate('connect.others', { org, orgs, count: others.length })}</Notice>
      )}
      <p className={styles.text}>
        {expired ? translate('connect.again', { org: expired.orgName }) : translate('connect.explain')}
      </p>
    </>
  );
}
