import { browser, type Browser } from 'wxt/browser';
import { activeTab } from '@/lib/browser/active-tab';
import { ProblemError } from '@/lib/problem';
import { namedTab, namedWindow } from './parameters';

/** A tab of the browser's; all of them but those of its developer tools have an id. */
export type FoundTab = Browser.tabs.Tab & { id: number };

/** The tab that the page's address names, else the active one of the window that it names, else of its own. */
export async function findTab(): Promise<FoundTab> {
  const tabId = namedTab();
  const tab = await (tabId === undefined
    ? activeTab(namedWindow())
    : browser.tabs.get(tabId).catch(() => undefined));
  if (tab?.id === undefined) throw new ProblemError('notBigin');
  return { ...tab, id: tab.id };
}
