import { browser, type Browser } from 'wxt/browser';

export interface FollowedPage {
  /** Has the page's content script tell of what it sees, unless it does already; a page without one does nothing. */
  join: () => void;
  leave: () => void;
}

/**
 * Follows what a tab's page says is selected: calls back when that is not what it said before, when the tab shows
 * another page, and when the content script is gone. What the page is heard to say is compared and no more; what is
 * acted on is asked of it then. The port leads to our own content script in the tab's top frame, and nobody else
 * can speak through it.
 */
export function followPage(tabId: number, onChange: () => void): FollowedPage {
  let port: Browser.runtime.Port | undefined;
  let heard: string | undefined;

  const onUpdated = (updated: number, { url, status }: { url?: string; status?: string }) => {
    if (updated === tabId && (url !== undefined || status === 'complete')) onChange();
  };
  browser.tabs.onUpdated.addListener(onUpdated);

  const join = () => {
    if (port) return;
    const joined = browser.tabs.connect(tabId, { frameId: 0 });
    port = joined;
    joined.onMessage.addListener((look: unknown) => {
      const said = JSON.stringify(look);
      if (said === heard) return;
      heard = said;
      onChange();
    });
    joined.onDisconnect.addListener(() => {
      // Where nobody was there to be joined, that is all there is to it: the browser wants its error looked at.
      void browser.runtime.lastError;
      const wasThere = heard !== undefined;
      port = heard = undefined;
      if (wasThere) onChange();
    });
  };
  return {
    join,
    leave() {
      browser.tabs.onUpdated.removeListener(onUpdated);
      port?.disconnect();
    },
  };
}
