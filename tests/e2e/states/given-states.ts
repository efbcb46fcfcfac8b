import { expect, type Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, nextPage, zylker } from '../support/bigin-list';
import type { Extension } from '../support/extension';
import { noPermission } from '../support/no-permission';
import { beConnected, connectedPopup, tickThreeContacts } from '../support/prepare';
import type { State } from './state';

/** The popup for other records than the ticked ones. */
export const givenStates: State[] = [
  {
    name: 'popup-link',
    async reach(extension, bigin) {
      await beConnected(extension);
      const { list } = await tickThreeContacts(extension);
      const company = bigin.world.org(zylker)?.records.Accounts.find(({ tags }) => tags.length > 0);
      const popup = await extension.openPopup(list, biginUrl(zylker, `/companies/${company?.id}`));
      await expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-view-read',
    async reach(extension, bigin) {
      const popup = await viewPopup(extension, bigin);
      await popup.getByRole('button', { name: 'Read all 430 Contacts' }).click();
      await expect(popup.getByText('These are the records of the whole view.')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-reading-failed',
    async reach(extension, bigin) {
      const popup = await viewPopup(extension, bigin);
      const read = popup.getByRole('button', { name: 'Read all 430 Contacts' });
      await expect(read).toBeVisible();
      bigin.fail({ where: { service: 'api' }, times: 100, what: noPermission });
      await read.click();
      await expect(popup.getByRole('alert')).toBeVisible();
      await expect(popup.getByRole('button', { name: 'Try again' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-view-maybe',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(
        `https://bigin.zoho.com/bigin/org${zylker}/Home?component=off#/events`,
      );
      await list.locator('#selectCheckbox').first().click();
      await nextPage(list);
      await list.locator('#selectCheckbox').first().click();
      const popup = await extension.openPopup(list);
      await expect(popup.getByText('Did you select all 100 Events of this view?')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-found-by-tag',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.getByRole('button', { name: 'More' }).click();
      await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
      await popup.getByRole('checkbox', { name: 'VIP', exact: true }).check();
      await popup.getByRole('button', { name: /^Find Contacts/ }).click();
      await expect(popup.getByRole('heading', { name: '430 Contacts selected' })).toBeVisible();
      await expect(popup.getByRole('checkbox', { name: 'VIP', exact: true })).toBeChecked();
      return popup;
    },
  },
];

/** The popup over a view of which all records are selected. */
async function viewPopup(extension: Extension, bigin: ServedFakeBigin): Promise<Page> {
  await beConnected(extension);
  const view = bigin.world.org(zylker)?.views.Contacts[1];
  const list = await extension.openBigin(biginUrl(zylker, `/contacts?cvid=${view?.id}`));
  await list.locator('#selectCheckbox').first().click();
  await list.locator('#selectAllRecords').click();
  return extension.openPopup(list);
}
