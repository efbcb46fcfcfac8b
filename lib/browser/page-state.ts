import * as z from '@/lib/zod';
import { lengthOf } from '@/lib/schemas';
import { browser } from 'wxt/browser';
import type { BiginPage } from '@/lib/bigin/page-url';
import { inTime } from './in-time';
import { requireTabOf } from './require-tab-of';

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
  const func = () => performance.timeOrigin;
  const [answer] = await inTime(browser.scripting.executeScript({ target: { tabId }, func })).catch(() => []);
  return z.safeParse(z.number(), answer?.result).data ?? null;
}

/**
 * The names of fields that hold input which a reload loses; `null` where none was seen, but not all could be looked at.
 * Throws `tabMoved` where the tab does not show the organization any more.
 */
export async function askUnsaved(tabId: number, org: Org): Promise<string[] | null> {
  await requireTabOf(tabId, org);
  // Mails and other editors are in frames of their own.
  const target = { tabId, allFrames: true };
  const answers = await inTime(browser.scripting.executeScript({ target, files: [script] })).catch(() => []);
  const frames = answers.map(({ result }) => z.safeParse(unsavedSchema, result).data);
  const fields = frames.flatMap((frame) => frame?.fields ?? []);
  const isWhole = frames.length > 0 && frames.every((frame) => frame?.isWhole);
  return fields.length > 0 || isWhole ? fields : null;
}
