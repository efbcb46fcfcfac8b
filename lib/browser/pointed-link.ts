import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { isOwnContentScript } from '@/lib/messages/own-content-script';
import { onMessage, sendMessage } from '@/lib/messages/protocol';
import { inTime } from './in-time';

/** Calls back when the user came to a link of another kind than before, in a page of Bigin's. */
export function onLinkPointed(listener: () => Promise<void>): void {
  onMessage('linkPointed', ({ sender }) => {
    if (isOwnContentScript(sender)) void listener();
  });
}

/** Where the link leads that the user came to last in a tab's page; `undefined` where the page tells of none. */
export async function askPointedLink(tabId: number): Promise<BiginPage | undefined> {
  const answer: unknown = await inTime(
    sendMessage('readPointedLink', undefined, { tabId, frameId: 0 }),
  ).catch(() => undefined);
  return typeof answer === 'string' ? parsePageUrl(answer) : undefined;
}
