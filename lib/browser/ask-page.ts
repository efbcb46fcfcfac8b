import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { sendMessage } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import { readComponents, type ComponentList } from '@/lib/selection/read-components';
import { componentListsSchema, pageReadingSchema, selectionLimit } from '@/lib/selection/selection';
import { cruxTable, cruxTableModule } from '@/lib/selection/selectors';

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
  const components = await askComponents(tabId);
  const answer = await ask(tabId, components).catch(async (error: unknown) => {
    if (error instanceof TooLateError) return undefined;
    await inTime(browser.scripting.executeScript({ target: { tabId }, files: [contentScript] })).catch(
      () => [],
    );
    return ask(tabId, components).catch(() => undefined);
  });
  const { data } = z.safeParse(pageReadingSchema, answer);
  if (!data) throw new ProblemError('pageUnreachable');
  return data;
}

/** What the page's list components say is selected; nothing where they do not answer. */
async function askComponents(tabId: number): Promise<ComponentList[]> {
  const answers = inTime(
    browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      func: readComponents,
      args: [cruxTable, cruxTableModule, selectionLimit],
    }),
  );
  const [answer] = await answers.catch(() => []);
  return z.safeParse(componentListsSchema, answer?.result).data ?? [];
}

function ask(tabId: number, components: ComponentList[]): Promise<unknown> {
  return inTime(sendMessage('readPage', { components }, { tabId, frameId: 0 }));
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLateError()), timeout);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

class TooLateError extends Error {
  override readonly name = 'TooLateError';
}
