import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { ProblemError } from '@/lib/problem';
import { requirePages } from './host-access';

/** Throws `tabMoved` unless the tab still shows the organization, and `accessMissing` where that cannot be seen. */
export async function requireTabOf(
  tabId: number,
  { dataCenter, org }: Pick<BiginPage, 'dataCenter' | 'org'>,
): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab && !tab.url) await requirePages([dataCenter]);
  const page = parsePageUrl(tab?.url ?? '');
  if (page?.dataCenter !== dataCenter || page.org !== org) throw new ProblemError('tabMoved');
}
