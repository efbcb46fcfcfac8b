import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { MoreMenu } from '@/components/MoreMenu';
import { PopupFrame } from '@/components/PopupFrame';
import { openHistory } from '@/lib/browser/open-history';
import { hasSidePanel, openSidePanel } from '@/lib/browser/side-panel';
import { translate } from '@/lib/i18n/translate';
import { usePanels } from './panels';
import { tabQuery } from './queries';
import { useSurface } from './surface';

interface FrameProps {
  heading?: string;
  org?: string | undefined;
  children?: ReactNode;
  footer?: ReactNode;
}

/** The popup's frame; its heading is the extension's name where there is nothing better. */
export function Frame({ heading = translate('app.name'), ...props }: FrameProps) {
  const openPanel = usePanels();
  const { isLive } = useSurface();
  const tab = useQuery(tabQuery);
  const goToSidePanel = () => {
    if (tab.data) void openSidePanel(tab.data.windowId).then(() => window.close());
  };
  return (
    <PopupFrame
      heading={heading}
      onOptions={() => void browser.runtime.openOptionsPage()}
      menu={
        <MoreMenu
          onChoose={(name) => {
            if (name === 'history') void openHistory();
            else if (name === 'sidePanel') goToSidePanel();
            else openPanel(name);
          }}
          items={[
            ...(tab.data && !isLive && hasSidePanel()
              ? [{ name: 'sidePanel' as const, label: translate('sidePanel.open') }]
              : []),
            { name: 'byTag', label: translate('byTag.menu') },
            { name: 'paste', label: translate('paste.menu') },
            { name: 'history', label: translate('history.title') },
            { name: 'report', label: translate('report.menu') },
          ]}
        />
      }
      {...props}
    />
  );
}
