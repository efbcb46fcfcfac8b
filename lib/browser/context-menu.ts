import { browser } from 'wxt/browser';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { translate } from '@/lib/i18n/translate';

/** On Bigin's pages, and on links to its records on any page: an item for each, of which one shows at a time. */
export const menuItemId = 'remove-tags';
const linkMenuItemId = 'remove-tags-link';

/** Puts "Remove tags…" into the context menus once the language is loaded. */
export function createContextMenu(language: Promise<void>): void {
  const create = () =>
    browser.contextMenus.removeAll(() => {
      const title = translate('menu.removeTags');
      browser.contextMenus.create({
        id: menuItemId,
        title,
        contexts: ['page', 'selection'],
        documentUrlPatterns: webAppPatterns,
      });
      browser.contextMenus.create({
        id: linkMenuItemId,
        title,
        contexts: ['link'],
        targetUrlPatterns: webAppPatterns,
      });
    });
  browser.runtime.onInstalled.addListener(() => void language.then(create));
}

/** Calls back with the tab, and with the link that was under the pointer. */
export function onContextMenu(open: (tabId: number, linkUrl: string | undefined) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId: id, linkUrl }, tab) => {
    if ((id === menuItemId || id === linkMenuItemId) && tab?.id !== undefined) void open(tab.id, linkUrl);
  });
}
