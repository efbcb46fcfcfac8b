import { expect, type Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, tick, zylker } from '../support/bigin-list';
import type { Extension } from '../support/extension';
import { beginLargeRemoval } from '../support/large-removal';
import { noPermission } from '../support/no-permission';
import { pasteLines } from '../support/paste';
import { beConnected, connectedPopup, dana, giveTags, tickThreeContacts } from '../support/prepare';
import type { State } from './state';

/** The popup at its work, from a page that it cannot use to the end of an undo. */
export const popupStates: State[] = [
  {
    name: 'popup-not-bigin',
    async reach(extension) {
      const elsewhere = await extension.openPage('options.html');
      return settled(await extension.openPopup(elsewhere), 'alert');
    },
  },
  {
    name: 'popup-nothing-selected',
    async reach(extension) {
      const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
      return settled(await extension.openPopup(list), 'alert');
    },
  },
  {
    name: 'popup-connect',
    async reach(extension) {
      const { list } = await tickThreeContacts(extension);
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('button', { name: 'Connect to Bigin' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-signing-in',
    async reach(extension) {
      await extension.setUp();
      const { list } = await tickThreeContacts(extension);
      const popup = await extension.openPopup(list);
      await extension.openConsent(popup);
      await expect(popup.getByText(/^Waiting for you to finish signing in/)).toBeVisible();
      await popup.bringToFront();
      return popup;
    },
  },
  {
    name: 'popup-connect-failed',
    async reach(extension) {
      await extension.setUp();
      const { list } = await tickThreeContacts(extension);
      const popup = await extension.openPopup(list);
      await extension.answerConsent(await extension.openConsent(popup), { ...dana, answer: 'Reject' });
      return settled(popup, 'alert');
    },
  },
  { name: 'popup-tags', reach: async (extension) => (await connectedPopup(extension)).popup },
  {
    name: 'popup-tags-chosen',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await choose(popup, ['VIP', 'Überfällig']);
      return popup;
    },
  },
  {
    name: 'popup-no-tags',
    async reach(extension, bigin) {
      const newest = bigin.world.org(zylker)?.records.Contacts.slice(0, 3) ?? [];
      giveTags(
        bigin,
        newest.map(({ id }) => id),
        [],
      );
      const popup = await connected(extension, [0, 1, 2]);
      await expect(popup.getByText(/^None of the 3 selected records/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-odd-tags',
    async reach(extension, bigin) {
      const newest = bigin.world.org(zylker)?.records.Contacts.slice(0, 3) ?? [];
      const odd = [
        'VIP',
        'vip',
        'Fair, spring',
        'قائمة العملاء المميزين',
        '見込み客・二〇二六年秋の展示会',
        'W'.repeat(120),
      ];
      for (const { id } of newest) bigin.world.setTags(zylker, 'Contacts', id, odd);
      const popup = await connected(extension, [0, 1]);
      await expect(popup.getByRole('checkbox')).toHaveCount(odd.length);
      return popup;
    },
  },
  {
    name: 'popup-filter',
    async reach(extension, bigin) {
      const popup = await manyTags(extension, bigin, 50);
      await popup.getByRole('searchbox').fill('tag 3');
      await expect(popup.getByRole('checkbox', { name: 'Tag 4', exact: true })).toHaveCount(0);
      await choose(popup, ['Tag 3']);
      return popup;
    },
  },
  {
    name: 'popup-filter-none',
    async reach(extension, bigin) {
      const popup = await manyTags(extension, bigin, 50);
      await choose(popup, ['Tag 3']);
      await popup.getByRole('searchbox').fill('zebra');
      await expect(popup.getByRole('checkbox')).toHaveCount(0);
      return popup;
    },
  },
  {
    name: 'popup-300-tags',
    async reach(extension, bigin) {
      const popup = await manyTags(extension, bigin, 300);
      await expect(popup.locator('[aria-setsize]').first()).toBeVisible();
      await choose(popup, ['VIP']);
      return popup;
    },
  },
  {
    name: 'popup-several-modules',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(biginUrl(zylker, '/activities'));
      await tick(list, [0, 1, 2, 3, 4]);
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-whole-view',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
      await list.locator('#selectCheckbox').first().click();
      await list.locator('#selectAllRecords').click();
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('button', { name: /^Read all/ })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-reading',
    async reach(extension, bigin) {
      const popup = await reading(extension, bigin);
      await expect(popup.getByRole('progressbar')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-reading-cancelled',
    async reach(extension, bigin) {
      const popup = await reading(extension, bigin);
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await expect(popup.getByRole('button', { name: 'Read the tags' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-confirm',
    async reach(extension, bigin) {
      const popup = await reading(extension, bigin, 0);
      await choose(popup, ['VIP']);
      await popup.getByRole('button', { name: /^Remove 1 tag from/ }).click();
      await expect(popup.getByRole('alertdialog')).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-running',
    async reach(extension, bigin) {
      const { popup } = await beginLargeRemoval(extension, bigin, 5000);
      // How fast it goes is known after a while.
      await expect(popup.getByText(/\d+ records? a second/)).toBeVisible();
      await expectNotifyOffer(popup);
      return popup;
    },
  },
  {
    name: 'popup-paused',
    async reach(extension, bigin) {
      const { popup } = await beginLargeRemoval(extension, bigin, 3000);
      await popup.getByRole('button', { name: 'Pause' }).click();
      await expect(popup.getByRole('button', { name: 'Resume' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-waiting',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({
        where: { path: 'remove_tags' },
        times: 1000,
        what: { kind: 'disconnect', when: 'before' },
      });
      await remove(popup, ['VIP']);
      await expect(popup.getByRole('button', { name: 'Go on now' })).toBeVisible();
      await expectNotifyOffer(popup);
      return popup;
    },
  },
  {
    name: 'popup-removed',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await remove(popup, ['VIP', 'Überfällig']);
      await expectResult(popup, /^Removed/);
      return popup;
    },
  },
  {
    name: 'popup-failed-records',
    async reach(extension, bigin) {
      const newest = bigin.world.org(zylker)?.records.Contacts.slice(0, 12) ?? [];
      const ids = newest.map(({ id }) => id);
      giveTags(bigin, ids, ['VIP', 'Newsletter']);
      const popup = await connected(
        extension,
        ids.map((_, index) => index),
      );
      ids.slice(0, 4).forEach((id) => bigin.world.setLocked(zylker, 'Contacts', id));
      ids.slice(4, 6).forEach((id) => bigin.world.deleteRecord(zylker, 'Contacts', id));
      await remove(popup, ['VIP']);
      await expect(popup.getByRole('list', { name: 'Failed records' })).toBeVisible();
      await expectResult(popup, /^Removed/);
      return popup;
    },
  },
  {
    name: 'popup-stopped',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({ where: { path: 'remove_tags' }, times: 100, what: noPermission });
      await remove(popup, ['VIP']);
      return settled(popup, 'alert');
    },
  },
  {
    name: 'popup-restored',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await remove(popup, ['VIP']);
      await popup.getByRole('button', { name: 'Undo' }).click();
      await expectResult(popup, /^Restored/);
      return popup;
    },
  },
  {
    name: 'popup-network-down',
    async reach(extension, bigin) {
      const { list, popup } = await connectedPopup(extension);
      await popup.close();
      bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'disconnect', when: 'before' } });
      return settled(await extension.openPopup(list), 'alert');
    },
  },
  {
    name: 'popup-more',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.getByRole('button', { name: 'More' }).click();
      await expect(popup.getByRole('button', { name: 'Open in the side panel' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-by-tag',
    async reach(extension) {
      const popup = await openPanel(extension, 'Remove a tag everywhere…');
      const vip = popup.getByRole('checkbox', { name: 'VIP', exact: true });
      await vip.check();
      await expect(vip).toHaveAccessibleDescription(/^on \d/);
      return popup;
    },
  },
  {
    name: 'popup-paste',
    async reach(extension, bigin) {
      const popup = await openPanel(extension, 'Paste ids, links or CSV…');
      const [contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
      const lines = [
        contact?.id,
        'Dear all',
        '7.61813E+18',
        biginUrl('942010977', `/contacts/${contact?.id}`),
      ];
      await popup.getByLabel('Ids, links or CSV').fill(lines.join('\n'));
      await expect(popup.getByRole('list', { name: 'Lines not understood' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-report',
    async reach(extension) {
      const popup = await openPanel(extension, 'Report a page we misread');
      await expect(popup.getByLabel('Description of the page')).not.toBeEmpty();
      return popup;
    },
  },
];

/** A result with all that belongs to it: what is read of the page for it comes a moment later. */
async function expectResult(popup: Page, text: RegExp): Promise<void> {
  await expect(popup.getByRole('status').filter({ hasText: text })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Reload the page' })).toBeVisible();
}

async function settled(page: Page, role: 'alert' | 'progressbar'): Promise<Page> {
  await expect(page.getByRole(role).first()).toBeVisible();
  return page;
}

/** The popup with these rows of the contacts ticked and their organization connected. */
async function connected(extension: Extension, rows: number[]): Promise<Page> {
  await beConnected(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  await tick(list, rows);
  const popup = await extension.openPopup(list);
  await expect(popup.getByRole('main')).not.toBeEmpty();
  return popup;
}

async function choose(popup: Page, tags: string[]): Promise<void> {
  for (const name of tags) await popup.getByRole('checkbox', { name, exact: true }).check();
}

async function remove(popup: Page, tags: string[]): Promise<void> {
  await choose(popup, tags);
  await popup.getByRole('button', { name: /^Remove \d/ }).click();
}

/** The tags of many records being read: after the first call, each takes so many milliseconds. */
async function reading(extension: Extension, bigin: ServedFakeBigin, ms = 60_000): Promise<Page> {
  const { popup } = await connectedPopup(extension);
  const ids = bigin.world.addRecords(zylker, 'Contacts', 2000, ['VIP', 'Newsletter']);
  if (ms > 0) bigin.fail({ where: { path: 'coql' }, after: 1, times: 1000, what: { kind: 'delay', ms } });
  await pasteLines(
    popup,
    ids.map((id) => biginUrl(zylker, `/contacts/${id}`)),
  );
  await popup.getByRole('button', { name: /^Use / }).click();
  return popup;
}

/** A page of fifty records that carry so many tags between them, each of them on one, and two that are on all. */
async function manyTags(extension: Extension, bigin: ServedFakeBigin, count: number): Promise<Page> {
  const records = bigin.world.org(zylker)?.records.Contacts.slice(0, 50) ?? [];
  records.forEach(({ id }, index) => {
    const own = Array.from({ length: Math.ceil(count / 50) }, (_, turn) => `Tag ${turn * 50 + index + 1}`);
    bigin.world.setTags(zylker, 'Contacts', id, ['VIP', 'Newsletter', ...own]);
  });
  await beConnected(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  await list.locator('#selectCheckbox').first().click();
  const popup = await extension.openPopup(list);
  await expect(popup.getByRole('searchbox')).toBeVisible();
  return popup;
}

async function openPanel(extension: Extension, name: string): Promise<Page> {
  const { popup } = await connectedPopup(extension);
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name }).click();
  return popup;
}

/** It comes a moment after the progress. */
async function expectNotifyOffer(popup: Page): Promise<void> {
  await expect(popup.getByRole('button', { name: 'Tell me when it is done' })).toBeVisible();
}
