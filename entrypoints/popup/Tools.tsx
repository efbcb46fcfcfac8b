import { browser } from 'wxt/browser';
import { MoreMenu } from '@/components/MoreMenu';
import { PopupTools } from '@/components/PopupTools';
import { openHistory } from '@/lib/browser/open-history';
import { translate } from '@/lib/i18n/translate';
import { usePanels } from './panels';

/** What stands beside every heading: one and the same, so that an open menu outlives the view below it. */
export function Tools() {
  const openPanel = usePanels();
  return (
    <PopupTools
      onOptions={() => void browser.runtime.openOptionsPage()}
      menu={
        <MoreMenu
          onChoose={(name) => (name === 'history' ? void openHistory() : openPanel(name))}
          items={[
            { name: 'byTag', label: translate('byTag.menu') },
            { name: 'paste', label: translate('paste.menu') },
            { name: 'history', label: translate('history.title') },
            { name: 'report', label: translate('report.menu') },
          ]}
        />
      }
    />
  );
}
