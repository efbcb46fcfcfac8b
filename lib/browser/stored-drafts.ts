import * as z from '@/lib/zod';
import { browser } from 'wxt/browser';
import { moduleNames } from '@/lib/bigin/modules';
import { StoredItem, storedKeys } from '@/lib/stored-item';
import { draftItem, draftPrefix, type Draft } from './draft';

const choiceSchema = z.object({ key: z.string(), tagNames: z.array(z.string()), filter: z.string() });

const draftSchema: z.Schema<Draft> = z.object({
  panel: z.optional(z.enum(['byTag', 'paste', 'report'])),
  pasted: z.optional(z.string()),
  byTag: z.optional(
    z.object({ module: z.enum(moduleNames), tagIds: z.array(z.string()), filter: z.string() }),
  ),
  module: z.optional(z.enum(moduleNames)),
  choices: z.array(choiceSchema),
});

/** What was begun in a tab's popup. */
export async function readDraft(tabId: number): Promise<Draft> {
  return z.safeParse(draftSchema, await draftItem(tabId).getValue()).data ?? { choices: [] };
}

/** Forgets what was begun in tabs that are closed. */
export async function forgetClosedDrafts(): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => `${draftPrefix}${id}`));
  for (const key of await storedKeys('session')) {
    if (key.startsWith(draftPrefix) && !open.has(key)) await new StoredItem('session', key).removeValue();
  }
}
