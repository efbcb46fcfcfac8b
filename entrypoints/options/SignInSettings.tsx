import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { ClientFields } from '@/components/ClientFields';
import { DataCenterField } from '@/components/DataCenterField';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RedirectFormField } from '@/components/RedirectFormField';
import { SavedMark } from '@/components/SavedMark';
import { Section } from '@/components/Section';
import { Status } from '@/components/Status';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { saveOAuthSettings, type OAuthSettings } from '@/lib/oauth/client-settings';
import { hasLoopbackForm, redirectUri } from '@/lib/oauth/redirect-uri';
import styles from './App.module.css';
import { settingsQuery } from './queries';
import { useSaving } from './useSaving';

/** Every change is stored as it is made; there is no button to forget. */
export function SignInSettings() {
  const { data: settings } = useQuery(settingsQuery);
  const save = useSaving(settingsQuery, saveOAuthSettings);
  const check = useMutation({ mutationFn: () => askWorker('checkClient', {}) });
  if (!settings) return null;
  const change = (next: OAuthSettings) => {
    check.reset();
    save.change(next);
  };
  const error = save.error ?? check.error;
  return (
    <Section id="client" heading={translate('options.client')} note={<SavedMark isSaved={save.isSaved} />}>
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
        onChange={(client) => change({ ...settings, client })}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
      <ProblemNotice problem={error ? explain(error) : undefined} />
      <div className={styles.actions}>
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          {translate('options.check')}
        </Button>
        <Status text={check.isSuccess ? translate('options.checked') : undefined} />
      </div>
    </Section>
  );
}
