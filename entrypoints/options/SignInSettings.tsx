import { useQuery, useQueryClient } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { ClientFields } from '@/components/ClientFields';
import { DataCenterField } from '@/components/DataCenterField';
import { translate } from '@/lib/i18n/translate';
import { saveOAuthSettings, type OAuthSettings } from '@/lib/oauth/client-settings';
import styles from './App.module.css';
import { settingsQuery } from './queries';

const redirectUri = browser.identity.getRedirectURL();

/** Every change is stored as it is made; there is no button to forget. */
export function SignInSettings() {
  const queryClient = useQueryClient();
  const { data: settings } = useQuery(settingsQuery);
  if (!settings) return null;
  const change = (next: OAuthSettings) => {
    queryClient.setQueryData(settingsQuery.queryKey, next);
    void saveOAuthSettings(next);
  };
  return (
    <section className={styles.section}>
      <h2>{translate('options.client')}</h2>
      <DataCenterField
        value={settings.dataCenter}
        onChange={(dataCenter) => change({ ...settings, dataCenter })}
      />
      <ClientFields
        client={settings.client}
        redirectUri={redirectUri}
        onChange={(client) => change({ ...settings, client })}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
    </section>
  );
}
