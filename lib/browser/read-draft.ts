import * as z from 'zod/mini';
import { moduleNames } from '@/lib/bigin/modules';
import { draftItem, type Draft } from './draft';

export const choiceSchema = z.object({
  /** The selection that the tags were chosen for. */
  key: z.string(),
  tagNames: z.array(z.string()),
  /** What the list was filtered by. */
  filter: z.string(),
});

export const draftSchema = z.object({
  /** What was opened in place of the page's selection. */
  panel: z.optional(z.enum(['byTag', 'paste', 'report'])),
  /** Text that was pasted, and not used yet. */
  pasted: z.optional(z.string()),
  /** Which of the selected modules was worked on. */
  module: z.optional(z.enum(moduleNames)),
  /** The tags chosen so far, for each selection of the tab. */
  choices: z.array(choiceSchema),
});

/** Apart from what keeps it: the worker reads it for the popup, which so loads no schemas. */
export async function readDraft(tabId: number): Promise<Draft> {
  return z.safeParse(draftSchema, await draftItem(tabId).getValue()).data ?? { choices: [] };
}
