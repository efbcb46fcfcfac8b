import { browser } from 'wxt/browser';
import { openHistory } from './open-history';

/** Leads to a job: to its tab, where the window has that, as the side panel shows the job there; else to its entry in the history. */
export async function showJob({ id, tabId }: { id: string; tabId: number }, windowId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab?.windowId === windowId) await browser.tabs.update(tabId, { active: true });
  else await openHistory(id);
}
