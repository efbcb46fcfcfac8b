import * as z from '@/lib/zod';
import { lengthOf } from '@/lib/schemas';
import { browser } from 'wxt/browser';
import type { BiginPage } from '@/lib/bigin/page-url';
import { inTime } from './in-time';
import { requireTabOf } from './require-tab-of';

/** What a tab's page is like that may be reloaded. */
export interface PageState {
  /** When it was loaded, in milliseconds since 1970; unknown where the page does not answer. */
  loadedAt?: number | undefined;
  /** Fields that hold input which a reload loses; unknown where the page does not answer. */
  unsaved?: string[] | undefined;
}

const answerSchema = z.object({
  loadedAt: z.number(),
  unsaved: z.array(z.string(lengthOf(0, 100)), lengthOf(0, 10)),
});

/** The script's file in the build: it is put into a page only when asked for, and the worker does not carry it. */
const script = '/unsaved-input.js';

/** `undefined` where the tab does not show the organization any more. */
export async function askPageState(
  tabId: number,
  page: Pick<BiginPage, 'dataCenter' | 'org'>,
): Promise<PageState | undefined> {
  try {
    await requireTabOf(tabId, page);
  } catch {
    return undefined;
  }
  // Mails and other editors are in frames of their own.
  const frames = inTime(
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [script] }),
  );
  const answers = (await frames.catch(() => [])).map(({ frameId, result }) => ({
    frameId,
    answer: z.safeParse(answerSchema, result).data,
  }));
  const top = answers.find(({ frameId }) => frameId === 0)?.answer;
  if (!top) return {};
  return { loadedAt: top.loadedAt, unsaved: answers.flatMap(({ answer }) => answer?.unsaved ?? []) };
}
