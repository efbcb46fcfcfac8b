import * as z from '@/lib/zod';
import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Selections } from '@/lib/selection/selection';
import { selectionsSchema } from '@/lib/selection/selection-schema';
import { StoredItem, storedKeys } from '@/lib/stored-item';

/**
 * What users gave in place of a page's selection, a tab each. In `storage.session`: it outlives the worker, and
 * is gone with the browser, which gives the tabs new ids.
 */
const prefix = 'given-';

const itemOf = (tabId: number) => new StoredItem('session', `${prefix}${tabId}`);

/** What was given for the organization that the tab shows. */
export async function readGiven(tabId: number): Promise<Selections | undefined> {
  const { data } = z.safeParse(selectionsSchema, await itemOf(tabId).getValue());
  if (!data) return undefined;
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const page = parsePageUrl(tab?.url ?? '');
  return page?.org === data.org && page.dataCenter === data.dataCenter ? data : undefined;
}

/** Makes room first: what was given for tabs that are closed goes. */
export async function saveGiven(tabId: number, selections: Selections): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => `${prefix}${id}`));
  for (const key of await storedKeys('session')) {
    if (key.startsWith(prefix) && !open.has(key)) await new StoredItem('session', key).removeValue();
  }
  await itemOf(tabId).setValue(selections);
}

export async function forgetGiven(tabId: number): Promise<void> {
  await itemOf(tabId).removeValue();
}
