import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { SectionNav } from '@/components/SectionNav';
import { canAskToNotify } from '@/lib/browser/notification-permission';
import { translate } from '@/lib/i18n/translate';
import { AppearanceSettings } from './AppearanceSettings';
import { Connections } from './Connections';
import { MissingAccess } from './MissingAccess';
import { Notifications } from './Notifications';
import { shortcutsQuery } from './queries';
import { RemovalSettings } from './RemovalSettings';
import { SettingsFile } from './SettingsFile';
import { Shortcuts } from './Shortcuts';
import { SignInSettings } from './SignInSettings';

export function App() {
  const queryClient = useQueryClient();
  const { data: shortcuts = [] } = useQuery(shortcutsQuery);
  // What was typed and not taken goes where all settings are replaced.
  const [replaced, setReplaced] = useState(0);
  return (
    <Page name="options">
      <SectionNav
        sections={[
          { id: 'connections', heading: translate('options.connections') },
          { id: 'client', heading: translate('options.client') },
          { id: 'removals', heading: translate('settings.title') },
          { id: 'appearance', heading: translate('appearance.title') },
          ...(shortcuts.length > 0 ? [{ id: 'shortcuts', heading: translate('shortcuts.title') }] : []),
          ...(canAskToNotify() ? [{ id: 'notifications', heading: translate('notifications.title') }] : []),
          { id: 'settings-file', heading: translate('settingsFile.title') },
        ]}
      />
      <MissingAccess />
      <Connections />
      <SignInSettings key={`client-${replaced}`} />
      <RemovalSettings key={`removals-${replaced}`} />
      <AppearanceSettings key={`appearance-${replaced}`} />
      <Shortcuts shortcuts={shortcuts} />
      <Notifications />
      <SettingsFile
        onReplaced={async () => {
          await queryClient.invalidateQueries({ queryKey: ['settings'] });
          setReplaced((times) => times + 1);
        }}
      />
    </Page>
  );
}
