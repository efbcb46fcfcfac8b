import { expect, type Page } from '@playwright/test';
import { connectedPopup, removeAllTags } from '../support/prepare';
import type { State } from './state';

/** The history where it is not a list of jobs that went well. */
export const historyStates: State[] = [
  {
    name: 'history-stopped',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({
        where: { path: 'remove_tags' },
        times: 100,
        what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'permission denied' },
      });
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
      await storeUnreadableJob(history);
      await history.reload();
      await expect(history.getByText(/^1 job cannot be read by this version/)).toBeVisible();
      return history;
    },
  },
];

function storeUnreadableJob(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('untag');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('jobs', 'readwrite');
          writing.objectStore('jobs').put({ id: 'j', kind: 'merge', tabId: 1 });
          writing.addEventListener('complete', () => resolve());
        });
      }),
  );
}
