import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { ClientFields } from '@/components/ClientFields';
import { DataCenterField } from '@/components/DataCenterField';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RedirectFormField } from '@/components/RedirectFormField';
import { Status } from '@/components/Status';
import { apiConsole } from '@/lib/bigin/data-centers';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { checkClient } from '@/lib/oauth/check-client';
import { readOAuthSettings, type OAuthSettings } from '@/lib/oauth/client-settings';
import { hasLoopbackForm, redirectUri } from '@/lib/oauth/redirect-uri';
import styles from './App.module.css';
import { settingsQuery } from './queries';
import { useAllStored } from './useStored';

interface ClientSettingsProps {
  settings: OAuthSettings;
  /** Why the last change could not be stored. */
  error: Error | null;
  onChange: (settings: OAuthSettings) => void;
}

/** The OAuth client and its data center, and whether Zoho takes them. */
export function ClientSettings({ settings, error, onChange }: ClientSettingsProps) {
  const allStored = useAllStored(settingsQuery);
  const check = useMutation({
    async mutationFn() {
      await allStored();
      await checkClient(await readOAuthSettings());
    },
  });
  const change = (next: OAuthSettings) => {
    check.reset();
    onChange(next);
  };
  const told = error ?? check.error;
  return (
    <>
      <DataCenterField
        value={settings.dataCenter}
        onChange={(dataCenter) => change({ ...settings, dataCenter })}
      />
      {hasLoopbackForm() && (
        <RedirectFormField
          value={settings.redirectForm}
          onChange={(redirectForm) => change({ ...settings, redirectForm })}
        />
      )}
      <ClientFields
        client={settings.client}
        redirectUri={redirectUri(settings.redirectForm)}
        consoleUrl={apiConsole(settings.dataCenter)}
        onChange={(client) => change({ ...settings, client })}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
      <ProblemNotice problem={told ? explain(told) : undefined} onAllowed={() => check.mutate()} />
      <div className={styles.actions}>
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          {translate('options.check')}
        </Button>
        <Status text={check.isSuccess ? translate('options.checked') : undefined} />
      </div>
    </>
  );
}
