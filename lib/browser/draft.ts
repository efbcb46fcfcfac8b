import type * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { choiceSchema, draftSchema } from './read-draft';

/** What the user had begun in a tab's popup when it closed, as it may at any moment. */
export type Draft = z.infer<typeof draftSchema>;

/** Tags chosen so far. */
export type DraftChoice = z.infer<typeof choiceSchema>;

/** A tab each, in `storage.session`: it is gone with the browser, which gives the tabs new ids. */
const prefix = 'draft-';

export const draftItem = (tabId: number) => storage.defineItem<unknown>(`session:${prefix}${tabId}`);

/** What is still to be written, of each tab. */
const waiting = new Map<number, Draft>();

/**
 * Keeps a draft. Of several that come while one is being written, the last one is written. One that there is no room
 * for is not kept.
 */
export async function saveDraft(tabId: number, draft: Draft): Promise<void> {
  const isWriting = waiting.has(tabId);
  waiting.set(tabId, draft);
  if (isWriting) return;
  let written: Draft | undefined;
  for (;;) {
    const next = waiting.get(tabId);
    if (!next || next === written) break;
    await draftItem(tabId)
      .setValue(next)
      .catch(() => undefined);
    written = next;
  }
  waiting.delete(tabId);
}

/** Forgets what was begun in tabs that are closed. */
export async function forgetClosedDrafts(): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => `${prefix}${id}`));
  for (const key of Object.keys(await storage.snapshot('session'))) {
    if (key.startsWith(prefix) && !open.has(key)) await storage.removeItem(`session:${key}`);
  }
}
