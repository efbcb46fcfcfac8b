import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { sendMessage } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import { pageReadingSchema } from '@/lib/selection/selection';

/** The content script's file in the build. */
const contentScript = '/content-scripts/bigin.js';

/** Milliseconds that a page may take to answer: longer, and it is busy or stuck. */
const timeout = 5_000;

/**
 * Asks the tab's content script what is selected. A page that was open before the extension was installed
 * or updated has none yet, so it is put there and asked once more.
 * Throws `notBigin` or `pageUnreachable`.
 */
export async function askPage(tabId: number): Promise<PageReading> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab?.url || !parsePageUrl(tab.url)) throw new ProblemError('notBigin');
  const answer = await ask(tabId).catch(async () => {
    await browser.scripting
      .executeScript({ target: { tabId }, files: [contentScript] })
      .catch(() => undefined);
    return ask(tabId).catch(() => undefined);
  });
  const { data } = z.safeParse(pageReadingSchema, answer);
  if (!data) throw new ProblemError('pageUnreachable');
  return data;
}

async function ask(tabId: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), timeout);
  });
  try {
    return await Promise.race([sendMessage('readPage', {}, { tabId, frameId: 0 }), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
