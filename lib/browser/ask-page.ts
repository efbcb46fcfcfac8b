import * as z from '@/lib/zod';
import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { sendMessage } from '@/lib/messages/protocol';
import { ProblemError } from '@/lib/problem';
import { selectionLimit, type PageReading } from '@/lib/selection/page-reading';
import { componentListsSchema, pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { readComponents, type ComponentList } from '@/lib/selection/readers/read-components';
import { componentProfiles } from '@/lib/selection/selectors';
import { requireNothingHidden } from './host-access';
import { inTime, TooLateError } from './in-time';
import { runInPage } from './run-in-page';

/** The content script's file in the build. */
const contentScript = '/content-scripts/bigin.js';

/**
 * Asks the tab's content script what is selected. A page that was open before the extension was installed
 * or updated has none yet, so it is put there and asked once more.
 * Throws `notBigin`, `pageHidden` or `pageUnreachable`.
 */
export async function askPage(tabId: number): Promise<PageReading> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  // Of a tab that it may not see, the browser tells no address.
  if (tab && !tab.url) await requireNothingHidden();
  const page = parsePageUrl(tab?.url ?? '');
  if (!page) throw new ProblemError('notBigin');
  const components = await askComponents(tabId);
  const answer = await ask(tabId, components).catch(async (error: unknown) => {
    if (error instanceof TooLateError) return undefined;
    await runInPage({ target: { tabId }, files: [contentScript] });
    return ask(tabId, components).catch(() => undefined);
  });
  const { data } = z.safeParse(pageReadingSchema, answer);
  const told = data && parsePageUrl(data.url);
  // A page speaks for the organization that the browser says it shows, whatever it says itself.
  const isOther = told && (told.org !== page.org || told.dataCenter !== page.dataCenter);
  if (!data || isOther) throw new ProblemError('pageUnreachable');
  return data;
}

/** What the page's list components say is selected; nothing where they do not answer. */
async function askComponents(tabId: number): Promise<ComponentList[]> {
  const [answer] = await runInPage({
    target: { tabId },
    world: 'MAIN',
    func: readComponents,
    args: [componentProfiles, selectionLimit],
  });
  return z.safeParse(componentListsSchema, answer).data ?? [];
}

function ask(tabId: number, components: ComponentList[]): Promise<unknown> {
  return inTime(sendMessage('readPage', { components }, { tabId, frameId: 0 }));
}
