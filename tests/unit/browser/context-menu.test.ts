import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildContextMenu, onContextMenu, type MenuPress } from '@/lib/browser/context-menu';
import { webAppPatterns } from '@/lib/bigin/data-centers';

type Item = Record<string, unknown>;
type Clicked = (info: { menuItemId: string; linkUrl?: string }, tab?: { id?: number }) => void;

let items: Item[];
let listeners: Clicked[];

beforeEach(() => {
  fakeBrowser.reset();
  items = [{ id: 'an older one' }];
  listeners = [];
  Object.assign(fakeBrowser.contextMenus, {
    removeAll: () => Promise.resolve(void (items = [])),
    create: (item: Item, done: () => void) => {
      items.push(item);
      done();
    },
    onClicked: { addListener: (listener: Clicked) => listeners.push(listener) },
  });
});

const page = { dataCenter: 'us', org: 'org1' } as const;
const patterns = ['https://bigin.zoho.com/bigin/org1/*', 'https://bigin.zoho.com/crm/org1/*'];
const onPages = { contexts: ['page', 'selection', 'image', 'editable'], documentUrlPatterns: patterns };
const onLinks = { contexts: ['link'], documentUrlPatterns: patterns, targetUrlPatterns: patterns };

describe('the context menu', () => {
  it('offers an item on Bigin’s pages, on the addresses and numbers there, and on links to them', async () => {
    await buildContextMenu();
    expect(items).toEqual([
      {
        id: 'remove-tags',
        title: 'Remove tags…',
        contexts: ['page', 'selection', 'image', 'editable'],
        documentUrlPatterns: webAppPatterns,
      },
      {
        id: 'remove-tags-contact',
        title: 'Remove tags…',
        contexts: ['link'],
        documentUrlPatterns: webAppPatterns,
        targetUrlPatterns: ['mailto:*', 'tel:*'],
      },
      {
        id: 'remove-tags-link',
        title: 'Remove tags from this link’s record…',
        contexts: ['link'],
        targetUrlPatterns: webAppPatterns,
      },
    ]);
  });

  it('offers tags beside them, within their organization alone', async () => {
    const tagNames = ['VIP', 'R&D 5%s'];
    await buildContextMenu({ onPage: { page, tagNames }, onLinks: { page, tagNames } });
    const escaped = 'Remove “R&&D 5%\u2060s”';
    expect(items.slice(3)).toEqual([
      { ...onPages, id: 'separator-quick-tag:', type: 'separator' },
      { ...onPages, id: 'quick-tag:VIP', title: 'Remove “VIP”' },
      { ...onPages, id: 'quick-tag:R&D 5%s', title: escaped },
      { ...onLinks, id: 'separator-quick-tag-link:', type: 'separator' },
      { ...onLinks, id: 'quick-tag-link:VIP', title: 'Remove “VIP” from this link’s record' },
      { ...onLinks, id: 'quick-tag-link:R&D 5%s', title: `${escaped} from this link’s record` },
    ]);
  });

  it('says on links that what it offers is for the record of the link alone', async () => {
    await buildContextMenu({ onPage: { page, tagNames: ['VIP'] }, onLinks: { page, tagNames: ['VIP'] } });
    const onLink = ({ targetUrlPatterns = [] }: Item) =>
      (targetUrlPatterns as string[]).includes(patterns[0] ?? '');
    const titles = items
      .filter((item) => item['id'] === 'remove-tags-link' || onLink(item))
      .flatMap(({ title }) => title ?? []);
    expect(titles).toEqual(['Remove tags from this link’s record…', 'Remove “VIP” from this link’s record']);
  });

  it('offers other tags on links than on the page, within the organization that they lead to', async () => {
    await buildContextMenu({
      onPage: { page, tagNames: [] },
      onLinks: { page: { ...page, org: 'org2' }, tagNames: ['Partner'] },
    });
    const targetUrlPatterns = patterns.map((pattern) => pattern.replace('org1', 'org2'));
    expect(items.slice(3)).toEqual([
      { ...onLinks, targetUrlPatterns, id: 'separator-quick-tag-link:', type: 'separator' },
      {
        ...onLinks,
        targetUrlPatterns,
        id: 'quick-tag-link:Partner',
        title: 'Remove “Partner” from this link’s record',
      },
    ]);
  });

  it('calls back with the tab, the link under the pointer, and the tag', () => {
    const act = vi.fn(() => Promise.resolve());
    onContextMenu(act);
    const click: Clicked = (...clicked) => listeners.forEach((listener) => listener(...clicked));
    const link = 'https://bigin.zoho.com/bigin/org1/Home#/contacts/1';
    click({ menuItemId: 'remove-tags' }, { id: 1 });
    click({ menuItemId: 'remove-tags', linkUrl: link }, { id: 2 });
    // A link in a selected text.
    click({ menuItemId: 'remove-tags', linkUrl: 'https://example.com/' }, { id: 3 });
    click({ menuItemId: 'remove-tags-link', linkUrl: 'https://bigin.zoho.com/' }, { id: 4 });
    click({ menuItemId: 'quick-tag:a: b' }, { id: 5 });
    click({ menuItemId: 'quick-tag-link:VIP', linkUrl: link }, { id: 6 });
    click({ menuItemId: 'remove-tags-contact', linkUrl: 'mailto:a@example.com' }, { id: 7 });
    click({ menuItemId: 'remove-tags' }, {});
    click({ menuItemId: 'remove-tags' });
    expect(act.mock.calls).toEqual([
      [{ tabId: 1, link: undefined }],
      [{ tabId: 2, link }],
      [{ tabId: 3, link: undefined }],
      [{ tabId: 4, link: 'https://bigin.zoho.com/' }],
      [{ tabId: 5, link: undefined, tagName: 'a: b' }],
      [{ tabId: 6, link, tagName: 'VIP' }],
      [{ tabId: 7, link: undefined }],
    ]);
  });

  it('takes no tag for another item, whatever its name', async () => {
    const tagNames = [
      'remove-tags',
      'remove-tags-link',
      'remove-tags-contact',
      'quick-tag:VIP',
      'quick-tag-link:VIP',
      'VIP',
      'separator-quick-tag:',
      'separator-quick-tag-link:',
      'link:VIP',
    ];
    await buildContextMenu({ onPage: { page, tagNames }, onLinks: { page, tagNames } });
    const ids = items.map(({ id }) => String(id));
    expect(ids).toEqual([...new Set(ids)]);

    const act = vi.fn<(press: MenuPress) => Promise<void>>(() => Promise.resolve());
    onContextMenu(act);
    const linkUrl = 'https://bigin.zoho.com/bigin/org1/Home#/contacts/1';
    const quick = items.slice(3).filter(({ type }) => type !== 'separator');
    for (const { id, contexts } of quick) {
      const info = { menuItemId: String(id), ...(String(contexts) === 'link' && { linkUrl }) };
      for (const listener of listeners) listener(info, { id: 1 });
    }
    const asked = act.mock.calls.map(([{ link, tagName }]) => [link !== undefined, tagName]);
    expect(asked).toEqual([
      ...tagNames.map((name) => [false, name]),
      ...tagNames.map((name) => [true, name]),
    ]);
  });
});
