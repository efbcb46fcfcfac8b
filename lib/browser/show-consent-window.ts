import { browser } from 'wxt/browser';
import { dataCenterIds, dataCenters } from '@/lib/bigin/data-centers';

/** Brings the window with Zoho's consent page to the front, where one is open. */
export async function showConsentWindow(): Promise<void> {
  const url = dataCenterIds.map((id) => `${dataCenters[id].accountsServer}/*`);
  const [tab] = await browser.tabs.query({ url, windowType: 'popup' });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
