import * as z from '@/lib/zod';
import { lengthOf } from '@/lib/schemas';
import type { BiginPage } from '@/lib/bigin/page-url';
import { requireTabOf } from './require-tab-of';
import { runInPage } from './run-in-page';

type Org = Pick<BiginPage, 'dataCenter' | 'org'>;

/** What is told of one frame of a page. */
export const unsavedSchema = z.object({
  /** Names of fields that hold input which a reload loses. */
  fields: z.array(z.string(lengthOf(0, 100)), lengthOf(0, 10)),
  /** Whether all that can hold input could be looked at. */
  isWhole: z.boolean(),
});

/** The script's file in the build: it is put into a page only when asked for, and the worker does not carry it. */
const script = '/unsaved-input.js';

/**
 * When the tab's page was loaded, in milliseconds since 1970; `null` where it does not answer. Throws `tabMoved` where
 * the tab does not show the organization any more.
 */
export async function askLoadTime(tabId: number, org: Org): Promise<number | null> {
  await requireTabOf(tabId, org);
  const [answer] = await runInPage({ target: { tabId }, func: () => performance.timeOrigin });
  return z.safeParse(z.number(), answer).data ?? null;
}

/**
 * The names of fields that hold input which a reload loses; `null` where none was seen, but not all could be looked at.
 * Throws `tabMoved` where the tab does not show the organization any more.
 */
export async function askUnsaved(tabId: number, org: Org): Promise<string[] | null> {
  await requireTabOf(tabId, org);
  // Mails and other editors are in frames of their own.
  const answers = await runInPage({ target: { tabId, allFrames: true }, files: [script] });
  const frames = answers.map((answer) => z.safeParse(unsavedSchema, answer).data);
  const fields = frames.flatMap((frame) => frame?.fields ?? []);
  const isWhole = frames.length > 0 && frames.every((frame) => frame?.isWhole);
  return fields.length > 0 || isWhole ? fields : null;
}
