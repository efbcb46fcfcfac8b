import { useQuery } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { MoreMenu } from '@/components/MoreMenu';
import { PopupTools } from '@/components/PopupTools';
import { openGuide } from '@/lib/browser/open-guide';
import { openHistory } from '@/lib/browser/open-history';
import { hasSidePanel, openSidePanel } from '@/lib/browser/side-panel';
import { translate } from '@/lib/i18n/translate';
import { leavePopup } from './leave-popup';
import { usePanels } from './panels';
import { tabQuery } from './queries';
import { useSurface } from './surface';

/** What stands beside every heading: one and the same, so that an open menu outlives the view below it. */
export function Tools() {
  const openPanel = usePanels();
  const { isLive } = useSurface();
  const { data: tab } = useQuery(tabQuery);
  const goToSidePanel = () => {
    if (tab) void openSidePanel(tab.windowId).then(() => window.close());
  };
  return (
    <PopupTools
      onOptions={() => void browser.runtime.openOptionsPage().then(leavePopup)}
      menu={
        <MoreMenu
          onChoose={(name) => {
            if (name === 'history') void openHistory().then(leavePopup);
            else if (name === 'guide') void openGuide().then(leavePopup);
            else if (name === 'sidePanel') goToSidePanel();
            else openPanel(name);
          }}
          items={[
            ...(tab && !isLive && hasSidePanel()
              ? [{ name: 'sidePanel' as const, label: translate('sidePanel.open') }]
              : []),
            { name: 'byTag', label: translate('byTag.menu') },
            { name: 'paste', label: translate('paste.menu') },
            { name: 'history', label: translate('history.title') },
            { name: 'guide', label: translate('welcome.heading') },
            { name: 'report', label: translate('report.menu') },
          ]}
        />
      }
    />
  );
}
