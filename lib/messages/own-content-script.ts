import { browser, type Browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';

/** Whether a message comes from our content script in the top frame of a tab that shows Bigin. */
export function isOwnContentScript({ id, frameId, url }: Browser.runtime.MessageSender): boolean {
  return id === browser.runtime.id && frameId === 0 && parsePageUrl(url ?? '') !== undefined;
}
