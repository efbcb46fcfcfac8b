import { browser, type Browser } from 'wxt/browser';
import { dataCenters, webAppPatterns } from '@/lib/bigin/data-centers';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { translate } from '@/lib/i18n/translate';

/**
 * On Bigin's pages, on e-mail addresses and phone numbers there (which browsers take for links, not for the page), and on
 * links to its records on any page: an item for each, of which one shows at a time.
 */
const menuItemId = 'remove-tags';
const contactMenuItemId = 'remove-tags-contact';
const linkMenuItemId = 'remove-tags-link';

/**
 * Items that remove one tag at once, on the pages and on the links of an organization. Each is named for its tag: what
 * is pressed is what was read, even if the menu was made anew since it opened.
 */
const quickPrefix = 'quick-tag:';
const linkQuickPrefix = 'quick-tag-link:';

/** Tags that are offered in an organization. */
export interface QuickTags {
  page: Pick<BiginPage, 'dataCenter' | 'org'>;
  tagNames: readonly string[];
}

/** What quick items are offered: on the pages of an organization, and on the links there. */
export interface QuickItems {
  onPage: QuickTags;
  onLinks: QuickTags;
}

type Item = Browser.contextMenus.CreateProperties;

/**
 * All items of ours, side by side: under one another, "Remove tags…" itself could not be pressed. Browsers put several
 * under the extension's name. Those of links say so: the name of a ticked record is a link to that one alone, beside
 * which the others act on all that are ticked.
 */
function menuItems(quick?: QuickItems): Item[] {
  const onPages: Item = {
    contexts: ['page', 'selection', 'image', 'editable'],
    documentUrlPatterns: webAppPatterns,
  };
  const onLinks: Item = { contexts: ['link'], targetUrlPatterns: webAppPatterns };
  const base: Item[] = [
    { ...onPages, id: menuItemId, title: translate('menu.removeTags') },
    {
      ...onPages,
      contexts: ['link'],
      targetUrlPatterns: ['mailto:*', 'tel:*'],
      id: contactMenuItemId,
      title: translate('menu.removeTags'),
    },
    { ...onLinks, id: linkMenuItemId, title: translate('menu.removeTagsFromLink') },
  ];
  if (!quick) return base;
  const ofPage = { documentUrlPatterns: patternsOf(quick.onPage.page) };
  const ofLinks = { targetUrlPatterns: patternsOf(quick.onLinks.page) };
  return [
    ...base,
    ...quickItems(quickPrefix, 'menu.removeTag', quick.onPage, { ...onPages, ...ofPage }),
    ...quickItems(linkQuickPrefix, 'menu.removeTagFromLink', quick.onLinks, {
      ...onLinks,
      ...ofPage,
      ...ofLinks,
    }),
  ];
}

function quickItems(
  prefix: string,
  title: 'menu.removeTag' | 'menu.removeTagFromLink',
  { tagNames }: QuickTags,
  where: Item,
): Item[] {
  if (tagNames.length === 0) return [];
  return [
    { ...where, id: `separator-${prefix}`, type: 'separator' },
    ...tagNames.map((name) => ({
      ...where,
      id: prefix + name,
      title: translate(title, { tag: asTitle(name) }),
    })),
  ];
}

/** In titles `&` marks a key and `%s` stands for the selected text; there is no way to escape the latter. */
function asTitle(name: string): string {
  return name.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}

/** All pages of an organization: patterns do not see what stands behind the `#`. */
function patternsOf({ dataCenter, org }: QuickTags['page']): string[] {
  return ['bigin', 'crm'].map((family) => `https://${dataCenters[dataCenter].webHost}/${family}/${org}/*`);
}

/** Puts the items into the context menus, in place of those that stand there. */
export async function buildContextMenu(quick?: QuickItems): Promise<void> {
  await browser.contextMenus.removeAll();
  await Promise.all(menuItems(quick).map(create));
}

function create(item: Item): Promise<void> {
  return new Promise((resolve) => {
    browser.contextMenus.create(item, () => {
      // Asked for, or else the browser complains: an item that cannot be made is not there, and that is all.
      void browser.runtime.lastError;
      resolve();
    });
  });
}

/** What a press on an item asks for: without a tag, to choose one. */
export interface MenuPress {
  tabId: number;
  /** The link under the pointer, where that is what the item is about. */
  link: string | undefined;
  tagName?: string;
}

/** Calls back when one of our items is pressed. */
export function onContextMenu(act: (press: MenuPress) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId: id, linkUrl }, tab) => {
    if (tab?.id === undefined || typeof id !== 'string') return;
    const tagName = tagOf(id);
    const isOnLink = id === linkMenuItemId || id.startsWith(linkQuickPrefix);
    // Selected text may hold any link.
    const link = isOnLink || parsePageUrl(linkUrl ?? '') ? linkUrl : undefined;
    void act({ tabId: tab.id, link, ...(tagName !== undefined && { tagName }) });
  });
}

function tagOf(id: string): string | undefined {
  const prefix = [quickPrefix, linkQuickPrefix].find((each) => id.startsWith(each));
  return prefix && id.slice(prefix.length);
}
