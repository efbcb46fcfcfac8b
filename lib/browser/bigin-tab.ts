import { browser } from 'wxt/browser';
import { dataCenters, webAppPatterns, type DataCenterId } from '@/lib/bigin/data-centers';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { requirePages } from './host-access';

/** A tab that shows Bigin. */
export interface BiginTab {
  id: number;
  page: BiginPage;
}

/**
 * The tab of one of these organizations that was looked at last; `undefined` where none is open. Throws `accessMissing`
 * where that cannot be seen.
 */
export async function findBiginTab(
  orgs: readonly Pick<BiginPage, 'dataCenter' | 'org'>[],
): Promise<BiginTab | undefined> {
  const tabs = await browser.tabs.query({ url: webAppPatterns });
  const found = tabs
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, url }) => {
      const page = parsePageUrl(url ?? '');
      return id !== undefined && page ? [{ id, page }] : [];
    })
    .find(({ page }) =>
      orgs.some(({ dataCenter, org }) => page.dataCenter === dataCenter && page.org === org),
    );
  if (!found) await requirePages([...new Set(orgs.map(({ dataCenter }) => dataCenter))]);
  return found;
}

export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** Opens an organization's contacts in the web app. */
export async function openBigin(dataCenter: DataCenterId, org: string): Promise<void> {
  await browser.tabs.create({
    url: `https://${dataCenters[dataCenter].webHost}/bigin/${org}/Home#/contacts`,
  });
}
