import { browser, type Browser } from 'wxt/browser';
import { activeTab } from '@/lib/browser/active-tab';
import { namedTab, namedWindow } from './parameters';

/** The tab that the page's address names, else the active one of the window that it names, else of its own. */
export function findTab(): Promise<Browser.tabs.Tab | undefined> {
  const tabId = namedTab();
  return tabId === undefined ? activeTab(namedWindow()) : browser.tabs.get(tabId).catch(() => undefined);
}
