import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { ProblemError } from '@/lib/problem';

/** Throws `tabMoved` unless the tab still shows the organization. */
export async function requireTabOf(
  tabId: number,
  { dataCenter, org }: Pick<BiginPage, 'dataCenter' | 'org'>,
): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const page = parsePageUrl(tab?.url ?? '');
  if (page?.dataCenter !== dataCenter || page.org !== org) throw new ProblemError('tabMoved');
}
