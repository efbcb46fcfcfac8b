import { browser, type Browser } from 'wxt/browser';

/** The tab that a window shows; the window that asks, unless another is named. */
export async function activeTab(windowId?: number): Promise<Browser.tabs.Tab | undefined> {
  const [active] = await browser.tabs.query({
    active: true,
    ...(windowId === undefined ? { currentWindow: true } : { windowId }),
  });
  return active;
}

/** Calls back when a window shows another tab, or another page in the tab that it shows; returns what ends that. */
export function onActiveTabChanged(windowId: number, listener: () => void): () => void {
  const onActivated = (activated: { windowId: number }) => {
    if (activated.windowId === windowId) listener();
  };
  const onUpdated = (
    _: number,
    { url, status }: { url?: string; status?: string },
    tab: Browser.tabs.Tab,
  ) => {
    if (tab.windowId === windowId && tab.active && (url !== undefined || status !== undefined)) listener();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
