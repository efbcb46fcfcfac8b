import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBadges } from '@/lib/browser/badge';
import { loadLanguage } from '@/lib/browser/load-language';
import { languageFile } from '@/lib/i18n/load-sentences';
import de from '@/lib/i18n/locales/de.json';
import en from '@/lib/i18n/locales/en.json';
import { speak } from '@/lib/i18n/translate';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges } from '@/lib/jobs/journal/journal-channel';
import { saveAppearance } from '@/lib/settings/appearance';
import { aJob } from '../support/a-job';
import { eventually } from '../support/eventually';
import { testDatabase } from '../support/test-database';

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
const tabs = [7, 8].map((id) => ({ id, url: 'https://bigin.zoho.com/bigin/org1/Home#/contacts' }));
let listener: Listener;
let journal: Journal;

beforeAll(async () => {
  const add = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  journal = new Journal(await testDatabase(), announceJobChanges());
  // A language takes its time, as a file does.
  vi.stubGlobal('fetch', async (url: string) => {
    await new Promise((resolve) => void setTimeout(resolve, 100));
    return { json: () => Promise.resolve(url.endsWith(languageFile('de')) ? de : en) };
  });
  await saveAppearance({ theme: 'system', language: 'en' });
  await loadLanguage();
  keepBadges(Promise.resolve(journal));
  listener = add.mock.calls[0]?.[0] as Listener;
});

afterAll(() => speak('en', en));

beforeEach(() => {
  badge.length = 0;
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((() => Promise.resolve(tabs)) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(((id: number) => {
    const tab = tabs.find((each) => each.id === id);
    return tab ? Promise.resolve(tab) : Promise.reject(new Error('No tab'));
  }) as never);
  const setters = [
    'setBadgeText',
    'setBadgeBackgroundColor',
    'setBadgeTextColor',
    'setTitle',
    'setPopup',
  ] as const;
  for (const name of setters) {
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

  it('comes with a popup that is told its tab, and need not ask', async () => {
    await tell({ count: 3 });
    expect(badge).toContainEqual({ name: 'setPopup', tabId: 7, popup: 'popup.html?tab=7' });
  });

  it('can be read', async () => {
    await tell({ count: 3 });
    expect(badge).toContainEqual({ name: 'setBadgeBackgroundColor', tabId: 7, color: '#2b50c8' });
    expect(badge).toContainEqual({ name: 'setBadgeTextColor', tabId: 7, color: '#ffffff' });
  });

  it('says in words what it is', async () => {
    await tell({ count: 3 });
    expect(badge).toContainEqual({
      name: 'setTitle',
      tabId: 7,
      title: 'Untag for Bigin: 3 records selected',
    });
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

describe('the badge of a job', () => {
  const shown = async (...expected: [number, string][]) =>
    eventually(() => expect(texts()).toEqual(expected));
  const change = (facts: object) => journal.updateJob('stopped', () => facts);

  it('takes the place of the number on its own tab, until the user has seen it', async () => {
    await journal.write(aJob({ id: 'stopped', tabId: 7 }), []);
    await shown([7, '0%']);
    await change({ state: 'stopped', endedAt: 5 });
    await shown([7, '0%'], [7, '!']);
    await tell({ count: 3 });
    expect(texts().at(-1)).toEqual([7, '!']);
    await change({ seenAt: 6 });
    // The page does not answer here.
    await eventually(() => expect(texts().at(-1)).toEqual([7, '']));
    await tell({ count: 3 });
    expect(texts().at(-1)).toEqual([7, '3']);
    expect(texts().every(([tabId]) => tabId === 7)).toBe(true);
  });

  it('stands on the other tabs of its organization once its own is gone', async () => {
    await journal.write(aJob({ id: 'orphan', tabId: 99 }), []);
    await eventually(() =>
      expect(texts()).toEqual(
        expect.arrayContaining([
          [7, '0%'],
          [8, '0%'],
        ]),
      ),
    );
  });

  it('is in the colours of the design', async () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../components/tokens.css'), 'utf8');
    const light = (token: string) => new RegExp(`--${token}: light-dark\\((#\\w+),`).exec(tokens)?.[1];
    await journal.write(aJob({ id: 'other', tabId: 8, state: 'stopped', endedAt: Date.now() }), []);
    await journal.updateJob('orphan', () => ({ dismissed: true }));
    await eventually(() => expect(texts()).toContainEqual([8, '!']));
    const colours = badge.filter(({ name, tabId }) => name === 'setBadgeBackgroundColor' && tabId === 8);
    expect(colours.at(-1)).toMatchObject({ color: light('bad') });
    await tell({ count: 3 });
    expect(badge).toContainEqual({ name: 'setBadgeBackgroundColor', tabId: 7, color: light('accent') });
    expect(badge).toContainEqual({ name: 'setBadgeTextColor', tabId: 7, color: light('on-accent') });
  });

  it('and its words are in the language that the user chooses, on every tab of Bigin’s', async () => {
    await journal.write(aJob({ id: 'halted', tabId: 8, state: 'stopped', endedAt: Date.now() }), []);
    const named = (tabId: number, title: string) =>
      eventually(() => expect(badge).toContainEqual({ name: 'setTitle', tabId, title }));
    await named(8, 'Untag for Bigin: stopped by a problem. Press for more.');
    badge.length = 0;
    await saveAppearance({ theme: 'system', language: 'de' });
    await named(8, 'Untag for Bigin: durch ein Problem gestoppt. Klicken Sie für Details.');
    await named(7, 'Untag for Bigin');
  });
});
