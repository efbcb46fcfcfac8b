import { expect } from '@playwright/test';
import { noPermission } from '../support/no-permission';
import { connectedPopup, removeAllTags } from '../support/prepare';
import { putJob } from '../support/put-job';
import type { State } from './state';

/** The history where it is not a list of jobs that went well. */
export const historyStates: State[] = [
  {
    name: 'history-stopped',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({ where: { path: 'remove_tags' }, times: 100, what: noPermission });
      await popup.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('alert')).toBeVisible();
      await popup.close();
      const history = await extension.openPage('history.html');
      await history.getByRole('button', { expanded: false }).click();
      await expect(history.getByRole('button', { name: 'Continue' })).toBeVisible();
      return history;
    },
  },
  {
    name: 'history-none-found',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await removeAllTags(popup);
      await popup.close();
      const history = await extension.openPage('history.html');
      await history.getByRole('searchbox', { name: 'Search' }).fill('zebra');
      await expect(history.getByText('0 of 1 job')).toBeVisible();
      return history;
    },
  },
  {
    name: 'history-unreadable',
    async reach(extension) {
      const history = await extension.openPage('history.html');
      await expect(history.getByText('Nothing has been removed yet')).toBeVisible();
      await putJob(history, { id: 'j', kind: 'merge', tabId: 1 });
      await history.reload();
      await expect(history.getByText(/^1 job cannot be read by this version/)).toBeVisible();
      return history;
    },
  },
];
