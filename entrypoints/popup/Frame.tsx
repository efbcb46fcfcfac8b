import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { MoreMenu } from '@/components/MoreMenu';
import { PopupFrame } from '@/components/PopupFrame';
import { openHistory } from '@/lib/browser/open-history';
import { translate } from '@/lib/i18n/translate';
import { usePanels } from './panels';

interface FrameProps {
  heading?: string;
  org?: string | undefined;
  children?: ReactNode;
  footer?: ReactNode;
}

/** The popup's frame; its heading is the extension's name where there is nothing better. */
export function Frame({ heading = translate('app.name'), ...props }: FrameProps) {
  const openPanel = usePanels();
  return (
    <PopupFrame
      heading={heading}
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
      {...props}
    />
  );
}
