import { browser, type Browser } from 'wxt/browser';

/** The tab in front of the window that was used last. */
export async function tabInView(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** Calls back when another page comes into view: by another tab, another window, or a way within the tab. */
export function onTabInView(listener: () => Promise<void>): void {
  browser.tabs.onActivated.addListener(() => void listener());
  browser.tabs.onUpdated.addListener((_, { url }, { active }) => {
    if (url !== undefined && active) void listener();
  });
  browser.windows.onFocusChanged.addListener((windowId) => {
    if (windowId !== browser.windows.WINDOW_ID_NONE) void listener();
  });
}
