import { Page } from '@/components/Page';
import { translate } from '@/lib/i18n/translate';
import { Connections } from './Connections';
import { RunSettings } from './RunSettings';
import { SignInSettings } from './SignInSettings';

export function App() {
  return (
    <Page
      heading={translate('options.title')}
      other={{ href: 'history.html', name: translate('history.title') }}
    >
      <Connections />
      <SignInSettings />
      <RunSettings />
    </Page>
  );
}
