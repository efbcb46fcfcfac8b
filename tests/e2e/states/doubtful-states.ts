import { expect } from '@playwright/test';
import { biginUrl, nextPage, tick, zylker } from '../support/bigin-list';
import { pasteWithUnreadableCall } from '../support/paste';
import { beConnected, connectedPopup, tickThreeContacts } from '../support/prepare';
import type { State } from './state';

const home = (options: string, route: string) =>
  `https://bigin.zoho.com/bigin/org${zylker}/Home${options}#${route}`;

/** The popup where the selection is not, or may not be, all of what its user chose. */
export const doubtfulStates: State[] = [
  {
    name: 'popup-shortfall',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(home('?older-keeps=on', '/products'));
      const rows = list.locator('[data-zcqa="listRow"]');
      const first = (await rows.first().getAttribute('id')) ?? '';
      await rows.nth(1).locator('input').check();
      await list.locator('[data-zcqa="nextPage"]').click();
      await expect(rows.first()).not.toHaveAttribute('id', first);
      await rows.nth(2).locator('input').check();
      const popup = await extension.openPopup(list);
      await expect(popup.getByText('2 records selected, but only 1 could be read')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-excess',
    async reach(extension) {
      await beConnected(extension);
      const { list } = await tickThreeContacts(extension);
      // The page's own number lags behind its ticks.
      await list.getByText(/^3 .*selected/i).evaluate((said) => {
        said.textContent = said.textContent.replace('3', '2');
      });
      const popup = await extension.openPopup(list);
      await expect(popup.getByText('2 records selected, but 3 ticked ones were found')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-unchecked-and-missing',
    async reach(extension, bigin) {
      await beConnected(extension);
      const list = await extension.openBigin(home('?count=off', '/contacts'));
      const [gone = ''] = await tick(list, [0, 1, 2]);
      await nextPage(list);
      await tick(list, [0]);
      bigin.world.deleteRecord(zylker, 'Contacts', gone);
      const popup = await extension.openPopup(list);
      await expect(popup.getByText(/^3 of these records are ticked where the page does not/)).toBeVisible();
      await expect(popup.getByText(/^1 selected record is no longer in Bigin/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-unplaced',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      await pasteWithUnreadableCall(popup, bigin);
      await expect(popup.getByText(/^1 record could not be looked up/)).toBeVisible();
      await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-absent-tag',
    async reach(extension) {
      const { list, popup } = await connectedPopup(extension);
      const tab = await extension.tabId(list);
      await popup.goto(popup.url().replace(/\?.*/, `?tab=${tab}&choose=VIP&choose=Nobody%20has%20it`));
      await expect(popup.getByText('On none of the selected records: Nobody has it')).toBeVisible();
      await expect(popup.getByRole('checkbox', { name: 'VIP', exact: true })).toBeChecked();
      return popup;
    },
  },
  {
    name: 'popup-reading-view',
    async reach(extension, bigin) {
      await beConnected(extension);
      const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
      await list.locator('#selectCheckbox').first().click();
      await list.locator('#selectAllRecords').click();
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      bigin.fail({ where: { service: 'api' }, after: 1, times: 1000, what: { kind: 'delay', ms: 60_000 } });
      await popup.getByRole('button', { name: /^Read all/ }).click();
      await expect(popup.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^200 of/);
      return popup;
    },
  },
  {
    name: 'popup-reading-by-tag',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      await popup.getByRole('button', { name: 'More' }).click();
      await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
      const vip = popup.getByRole('checkbox', { name: 'VIP', exact: true });
      await vip.check();
      await expect(vip).toHaveAccessibleDescription(/^on \d/);
      bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'delay', ms: 60_000 } });
      await popup.getByRole('button', { name: /^Find Contacts/ }).click();
      await expect(popup.getByRole('progressbar')).toBeVisible();
      return popup;
    },
  },
];
