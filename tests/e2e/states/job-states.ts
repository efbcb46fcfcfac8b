import { expect, type Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, tick, zylker } from '../support/bigin-list';
import type { Extension } from '../support/extension';
import { beginLargeRemoval, withoutOldTag } from '../support/large-removal';
import { noPermission } from '../support/no-permission';
import { connectedPopup } from '../support/prepare';
import { SiteAccess } from '../support/site-access';
import { until } from '../support/until';
import type { State } from './state';

/** A removal that does not simply run to its end, in the popup and in the history. */
export const jobStates: State[] = [
  {
    name: 'popup-queued',
    async reach(extension, bigin) {
      await lastingRemoval(extension, bigin);
      const list = await extension.openBigin(biginUrl(zylker, '/companies'));
      await tick(list, [0, 1, 2]);
      const popup = await extension.openPopup(list);
      await popup.getByRole('checkbox').first().check();
      await popup.getByRole('button', { name: /^Remove \d/ }).click();
      await expect(popup.getByRole('main').getByText(/^Waiting for another job/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'history-running',
    async reach(extension, bigin) {
      const { popup } = await lastingRemoval(extension, bigin);
      await popup.close();
      const history = await extension.openPage('history.html');
      await history.getByRole('button', { expanded: false }).click();
      await expect(history.getByRole('progressbar')).toBeVisible();
      await expect(history.getByRole('button', { name: 'Cancel' })).toBeVisible();
      return history;
    },
  },
  {
    name: 'popup-other-job',
    async reach(extension, bigin) {
      const { list } = await lastingRemoval(extension, bigin);
      const company = bigin.world.org(zylker)?.records.Accounts.find(({ tags }) => tags.length > 0);
      const popup = await extension.openPopup(list, biginUrl(zylker, `/companies/${company?.id}`));
      await expect(popup.getByText('A job is not over yet.')).toBeVisible();
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-cancelling',
    async reach(extension, bigin) {
      const { popup } = await lastingRemoval(extension, bigin);
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await expect(popup.getByRole('main').getByText(/^Stopping/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-cancelled',
    async reach(extension, bigin) {
      const { popup, ids } = await beginLargeRemoval(extension, bigin, 1_500);
      await until(() => withoutOldTag(bigin, ids) > 0);
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await expect(popup.getByText(/^Cancelled/)).toBeVisible();
      await expect(popup.getByRole('button', { name: 'Reload the page' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-waiting-for-sign-in',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.revokeGrant(zylker);
      await removeTradeFair(popup);
      await expect(popup.getByText(/once you have signed in/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-waiting-for-access',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      const access = await SiteAccess.of(extension);
      await access.withdrawAll();
      await access.allow('bigin.zoho.com');
      await removeTradeFair(popup);
      await expect(popup.getByText(/once you have allowed access/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-allow-access',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await (await SiteAccess.of(extension)).withdrawAll();
      await popup.reload();
      await expect(popup.getByRole('button', { name: 'Allow access' })).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-lost-answers',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({
        where: { path: 'remove_tags' },
        times: 1000,
        what: { kind: 'disconnect', when: 'after' },
      });
      bigin.fail({
        where: { service: 'api', path: '^(?!.*_tags)' },
        // They are read once before.
        after: 1,
        times: 1000,
        what: noPermission,
      });
      await removeTradeFair(popup);
      await expect(popup.getByText(/next try at/)).toBeVisible();
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await expect(popup.locator('main').getByText(/^3 records may have been changed/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-confirm-reload',
    async reach(extension) {
      const { list, popup } = await connectedPopup(extension);
      await removeTradeFair(popup);
      await list.evaluate(() => {
        const field = '<label>Note <textarea id="typed"></textarea></label>';
        document.querySelector('main')?.insertAdjacentHTML('afterbegin', field);
      });
      await list.locator('#typed').fill('call back');
      await popup.getByRole('button', { name: 'Reload the page' }).click();
      await expect(popup.getByRole('alertdialog')).toBeVisible();
      return popup;
    },
  },
];

/** A removal whose call takes a minute. */
async function lastingRemoval(
  extension: Extension,
  bigin: ServedFakeBigin,
): Promise<{ list: Page; popup: Page }> {
  const { list, popup } = await connectedPopup(extension);
  bigin.fail({ where: { path: 'remove_tags' }, times: 1000, what: { kind: 'delay', ms: 60_000 } });
  await removeTradeFair(popup);
  await expect(popup.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => bigin.requests.some(({ path }) => path.includes('remove_tags'))).toBe(true);
  return { list, popup };
}

async function removeTradeFair(popup: Page): Promise<void> {
  await popup.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
}
