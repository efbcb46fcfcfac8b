import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgeText, showCounts } from '@/lib/browser/badge';

interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number };
}
type Listener = (message: unknown, sender: Sender, reply: (reply: unknown) => void) => unknown;

const contentScript: Sender = {
  id: 'test-extension-id',
  url: 'https://bigin.zoho.com/bigin/org1/Home#/contacts',
  frameId: 0,
  tab: { id: 7 },
};
const badge: Record<string, unknown>[] = [];
let listener: Listener;

beforeAll(() => {
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  showCounts();
  listener = add.mock.calls[0]?.[0] as Listener;
});

beforeEach(() => {
  badge.length = 0;
  for (const name of ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'] as const) {
    const set = (details: object) => Promise.resolve(void badge.push({ name, ...details }));
    vi.spyOn(fakeBrowser.action, name).mockImplementation(set);
  }
});

/** Sends a count as the browser would hand it over; resolves once it was answered. */
function tell(data: unknown, sender: Sender = contentScript): Promise<unknown> {
  return new Promise((resolve) => {
    listener({ id: 1, type: 'selectionCount', data, timestamp: 0 }, sender, resolve);
  });
}
const texts = () =>
  badge.filter(({ name }) => name === 'setBadgeText').map(({ tabId, text }) => [tabId, text]);

describe('the number on the toolbar button', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [37, '37'],
    [1_234, '1234'],
    [9_999, '9999'],
    [10_000, '10k'],
    [12_999, '12k'],
    [100_000, '100k'],
  ])('of %i records is “%s”', (count, text) => {
    expect(badgeText(count)).toBe(text);
  });

  it('is that of the tab whose content script tells it, and goes at 0', async () => {
    await tell({ count: 3 });
    await tell({ count: 12_000 }, { ...contentScript, tab: { id: 8 } });
    await tell({ count: 0 });
    expect(texts()).toEqual([
      [7, '3'],
      [8, '12k'],
      [7, ''],
    ]);
  });

  it('can be read', async () => {
    await tell({ count: 3 });
    expect(badge).toContainEqual({ name: 'setBadgeBackgroundColor', tabId: 7, color: '#2b50c8' });
    expect(badge).toContainEqual({ name: 'setBadgeTextColor', tabId: 7, color: '#ffffff' });
  });

  it('is no trouble where the tab was closed meanwhile, and told to who asked for it', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('No tab with id: 7.'));
    expect(await tell({ count: 3 })).toMatchObject({ err: { message: 'No tab with id: 7.' } });
  });

  it.each([
    ['another extension', { ...contentScript, id: 'other' }],
    ['a page of ours', { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' }],
    ['a frame within the page', { ...contentScript, frameId: 3 }],
    ['no tab', { ...contentScript, tab: {} }],
    ['a page that is not Bigin’s', { ...contentScript, url: 'https://bigin.zoho.com.evil.example/' }],
    ['a page without an organization', { ...contentScript, url: 'https://bigin.zoho.com/' }],
    ['a page without an address', { id: 'test-extension-id', frameId: 0, tab: { id: 7 } }],
  ])('is not taken from %s', async (_, sender) => {
    await tell({ count: 3 }, sender);
    expect(badge).toEqual([]);
  });

  it.each([
    [undefined],
    [3],
    [{}],
    [{ count: '3' }],
    [{ count: -1 }],
    [{ count: 1.5 }],
    [{ count: 100_001 }],
    [{ count: Number.NaN }],
  ])('is not made of %j', async (data) => {
    await tell(data);
    expect(badge).toEqual([]);
  });
});
