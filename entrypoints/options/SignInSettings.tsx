import { ProblemNotice } from '@/components/ProblemNotice';
import { SavedMark } from '@/components/SavedMark';
import { Section } from '@/components/Section';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { readOAuthSettings, saveOAuthSettings } from '@/lib/oauth/client-settings';
import { ClientSettings } from './ClientSettings';
import { settingsQuery } from './queries';
import { useStored } from './useStored';

/** Every change is stored as it is made; there is no button to forget. */
export function SignInSettings() {
  const { settings, change, isSaved, error } = useStored(settingsQuery, readOAuthSettings, saveOAuthSettings);
  if (!settings) return <ProblemNotice problem={error ? explain(error) : undefined} />;
  return (
    <Section id="client" heading={translate('options.client')} note={<SavedMark isSaved={isSaved} />}>
      <ClientSettings settings={settings} error={error} onChange={change} />
    </Section>
  );
}
