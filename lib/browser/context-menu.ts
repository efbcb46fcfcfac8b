import { browser } from 'wxt/browser';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { translate } from '@/lib/i18n/translate';

export const menuItemId = 'remove-tags';

/** Puts "Remove tags…" into the context menu of Bigin's pages and of links to their records. */
export function createContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll(() => {
      browser.contextMenus.create({
        id: menuItemId,
        title: translate('menu.removeTags'),
        contexts: ['page', 'link', 'selection'],
        documentUrlPatterns: webAppPatterns,
      });
    });
  });
}

/** Calls back with the tab, and with the link that was under the pointer. */
export function onContextMenu(open: (tabId: number, linkUrl: string | undefined) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === menuItemId && tab?.id !== undefined) void open(tab.id, info.linkUrl);
  });
}
