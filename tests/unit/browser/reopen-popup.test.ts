import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reopenPopup } from '@/lib/browser/reopen-popup';

const page = { dataCenter: 'us', org: 'org1' } as const;
const openPopup = vi.fn(() => Promise.resolve());
const setPopup = vi.fn(() => Promise.resolve());
let pages: { contextType: string; tabId?: number }[];

/** The address in the tab that is in view. */
function show(url: string) {
  const tab = { id: 1, url };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((() => Promise.resolve(tab)) as never);
}

const isOpened = async () => {
  await reopenPopup(page, '?tab=1').catch(() => undefined);
  return openPopup.mock.calls.length > 0;
};

beforeEach(() => {
  fakeBrowser.reset();
  pages = [];
  openPopup.mockClear();
  setPopup.mockClear();
  const runtime = { ...fakeBrowser.runtime, getContexts: () => Promise.resolve(pages) };
  Object.assign(fakeBrowser, { action: { openPopup, setPopup }, runtime });
  show('https://bigin.zoho.com/bigin/org1/Home#/contacts');
});

describe('after a sign-in, the popup', () => {
  it('opens again where its page is in view, and it is gone', async () => {
    expect(await isOpened()).toBe(true);
  });

  it('is about what it was opened for, and the next time about the page again', async () => {
    await reopenPopup(page, '?tab=1&link=x');
    expect(setPopup.mock.calls).toEqual([
      [{ tabId: 1, popup: 'popup.html?tab=1&link=x' }],
      [{ tabId: 1, popup: 'popup.html?tab=1' }],
    ]);
  });

  it('does not where a page of ours is there', async () => {
    pages = [{ contextType: 'SIDE_PANEL' }];
    expect(await isOpened()).toBe(false);
    pages = [{ contextType: 'TAB', tabId: 1 }];
    expect(await isOpened()).toBe(false);
    pages = [{ contextType: 'TAB', tabId: 2 }];
    expect(await isOpened()).toBe(true);
  });

  it.each(['https://bigin.zoho.com/bigin/org2/Home#/contacts', 'https://example.com/'])(
    'does not where the user looks at %s',
    async (url) => {
      show(url);
      expect(await isOpened()).toBe(false);
    },
  );
});
