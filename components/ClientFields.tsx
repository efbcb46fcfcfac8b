import { translate } from '@/lib/i18n/translate';
import type { OAuthClient } from '@/lib/oauth/client-settings';
import styles from './ClientFields.module.css';
import { CopyableText } from './CopyableText';
import { Field } from './Field';

interface ClientFieldsProps {
  client: OAuthClient;
  redirectUri: string;
  /** Where clients are registered. */
  consoleUrl: string;
  onChange: (client: OAuthClient) => void;
  onCopy: (text: string) => Promise<void>;
}

export function ClientFields({ client, redirectUri, consoleUrl, onChange, onCopy }: ClientFieldsProps) {
  return (
    <>
      <p className={styles.hint}>
        {translate('options.clientHint')}{' '}
        <a href={consoleUrl} target="_blank" rel="noreferrer" className={styles.link}>
          {translate('options.console')}
        </a>
      </p>
      <Field label={translate('options.redirectUri')} hint={translate('options.redirectUriHint')}>
        {/* What was said of another URI is not true of this one. */}
        {(ids) => <CopyableText key={redirectUri} {...ids} text={redirectUri} onCopy={onCopy} />}
      </Field>
      <Field label={translate('options.clientType')}>
        {(ids) => (
          <select
            {...ids}
            value={client.type}
            onChange={(event) => onChange({ ...client, type: event.target.value as OAuthClient['type'] })}
          >
            <option value="public">{translate('options.clientType.public')}</option>
            <option value="server">{translate('options.clientType.server')}</option>
            <option value="implicit">{translate('options.clientType.implicit')}</option>
          </select>
        )}
      </Field>
      <Field label={translate('options.clientId')}>
        {(ids) => (
          <input
            {...ids}
            value={client.id}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ ...client, id: event.target.value })}
          />
        )}
      </Field>
      {client.type === 'server' && (
        <Field label={translate('options.clientSecret')} hint={translate('options.clientSecretHint')}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              value={client.secret}
              autoComplete="off"
              onChange={(event) => onChange({ ...client, secret: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
