import { browser } from 'wxt/browser';

/** Calls back when the tab is closed; returns what ends that. */
export function onTabClosed(tabId: number, listener: () => void): () => void {
  const onRemoved = (closed: number) => {
    if (closed === tabId) listener();
  };
  browser.tabs.onRemoved.addListener(onRemoved);
  return () => browser.tabs.onRemoved.removeListener(onRemoved);
}
