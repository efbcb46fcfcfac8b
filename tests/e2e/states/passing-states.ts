import { expect } from '@playwright/test';
import { tick, zylker } from '../support/bigin-list';
import { oldTag } from '../support/large-removal';
import { noPermission } from '../support/no-permission';
import { pasteIds } from '../support/paste';
import { beConnected, connectedPopup, tickThreeContacts } from '../support/prepare';
import type { State } from './state';

/** What is told while something else comes, or once it has gone. */
export const passingStates: State[] = [
  {
    name: 'popup-loading',
    async reach(extension, bigin) {
      await beConnected(extension);
      const { list } = await tickThreeContacts(extension);
      bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'delay', ms: 60_000 } });
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
      await expect(popup.locator('[class*=skeleton]')).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-page-silent',
    async reach(extension) {
      await beConnected(extension);
      const { list } = await tickThreeContacts(extension);
      const tabId = await extension.tabId(list);
      // For longer than an answer is waited for.
      await list.evaluate(() =>
        setTimeout(() => {
          const end = performance.now() + 20_000;
          while (performance.now() < end);
        }, 100),
      );
      await new Promise((resolve) => void setTimeout(resolve, 300));
      const popup = await extension.openPage(`popup.html?tab=${tabId}`);
      await popup.setViewportSize({ width: 380, height: 600 });
      await expect(popup.getByRole('alert')).toHaveText(/The Bigin page does not answer/, {
        timeout: 20_000,
      });
      return popup;
    },
  },
  {
    name: 'popup-failed-before',
    async reach(extension, bigin) {
      const { list, popup } = await connectedPopup(extension);
      bigin.fail({ where: { path: 'remove_tags' }, times: 1000, what: noPermission });
      await popup.getByRole('checkbox', { name: oldTag }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('button', { name: 'Done' })).toBeVisible();
      await popup.close();
      await tick(list, [3]);
      const later = await extension.openPopup(list);
      await expect(later.getByRole('button', { name: 'Details' })).toBeVisible();
      await expect(later.getByRole('checkbox').first()).toBeVisible();
      return later;
    },
  },
  {
    name: 'popup-removed-at-once',
    async reach(extension, bigin) {
      const { list, popup } = await connectedPopup(extension);
      await popup.getByRole('checkbox', { name: oldTag }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('status')).toHaveText(/^Removed/);
      await popup.close();
      await list.locator('[data-zcqa="clearRecords"]').click();
      for (const id of await tick(list, [4, 5])) bigin.world.setTags(zylker, 'Contacts', id, [oldTag]);
      await extension.clickMenuItem(list, undefined, `quick-tag:${oldTag}`);
      const told = await extension.openPopup(list);
      await expect(told.getByRole('button', { name: 'Next time, tell me in a notification' })).toBeVisible();
      await expect(told.getByRole('button', { name: 'Reload the page' })).toBeVisible();
      return told;
    },
  },
  {
    name: 'popup-none-found',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await pasteIds(popup, ['7618134999999999999']);
      await expect(popup.getByRole('alert')).toHaveText(/^Bigin does not have this record any more/);
      return popup;
    },
  },
  {
    name: 'options-connection-tested',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.close();
      const options = await extension.openPage('options.html');
      await options.getByRole('button', { name: 'Test this connection' }).click();
      await expect(options.getByText('The connection to Zylker Trading works.')).toBeVisible();
      return options;
    },
  },
];
