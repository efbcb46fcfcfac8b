import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { connectedPopup, removeAllTags } from './support/prepare';
import { putJob } from './support/put-job';
import { everythingStored } from './support/what-is-kept';

const newer = /^This was stored by a newer version of Untag for Bigin/;

/** Opens the database as a newer version of the extension would, and leaves its version there. */
function raiseDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('untag', 99);
        request.addEventListener('success', () => {
          request.result.close();
          resolve();
        });
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
      }),
  );
}

test.describe('after a newer version of the extension', () => {
  test('its settings and connections are told of, and stay as they are', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    const options = await extension.openPage('options.html');
    await options.evaluate(() =>
      chrome.storage.local.set({
        connections$: { v: 99 },
        oauthSettings$: { v: 99 },
        runSettings$: { v: 99 },
        appearance$: { v: 99 },
      }),
    );
    const { local } = await everythingStored(options);
    const before = bigin.requests.filter(({ service }) => service !== 'web-app').length;

    await popup.reload();
    await expect(popup.getByRole('alert')).toHaveText(newer);
    await options.reload();
    // Of the connections, the client and the removals.
    await expect(options.getByRole('alert').filter({ hasText: newer })).toHaveCount(3);
    await options.getByRole('radio', { name: 'Dark' }).click();
    await expect(options.getByRole('alert').filter({ hasText: newer })).toHaveCount(4);
    const welcome = await extension.openPage('welcome.html');
    await expect(welcome.getByRole('alert')).toHaveText(newer);

    expect((await everythingStored(options)).local).toEqual(local);
    expect(bigin.requests.filter(({ service }) => service !== 'web-app')).toHaveLength(before);
  });

  test('its journal is told of, and stays as it is', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await removeAllTags(popup);
    const options = await extension.openPage('options.html');
    await popup.close();
    const { database } = await everythingStored(options);
    await extension.stopWorker();
    await raiseDatabase(options);

    const history = await extension.openPage('history.html');
    await expect(history.getByRole('alert')).toHaveText(newer);
    const list = extension.context.pages().find((page) => page.url().includes('/contacts'));
    const again = await extension.openPopup(list as Page);
    await expect(again.getByRole('alert')).toHaveText(newer);
    expect(bigin.requests.filter(({ path }) => path.endsWith('_tags'))).toHaveLength(1);
    expect((await everythingStored(options)).database).toEqual(database);
  });

  test('jobs of the journal that cannot be read are told of, and kept until the user deletes them', async ({
    extension,
  }) => {
    const history = await extension.openPage('history.html');
    await expect(history.getByText('Nothing has been removed yet')).toBeVisible();
    await putJob(history, { id: 'j', kind: 'merge', tabId: 1, createdAt: Date.now() });
    await putJob(history, { id: 'k', kind: 'sort', tabId: 1, endedAt: Date.now() - 31 * 86_400_000 });
    await history.reload();
    const told = history.getByText(/^1 job cannot be read by this version/);
    await expect(told).toBeVisible();
    await expect(history.getByText('Nothing has been removed yet')).toBeHidden();
    const kept = async () => JSON.stringify((await everythingStored(history)).database);
    expect(await kept()).toContain('merge');
    expect(await kept(), 'kept for longer than any other job').not.toContain('sort');

    const question = history.getByRole('alertdialog');
    await history.getByRole('button', { name: 'Delete it' }).click();
    await expect(question).toContainText('This deletes all that is kept of 1 job');
    await question.getByRole('button', { name: 'Keep' }).click();
    await expect(question).toBeHidden();
    expect(await kept()).toContain('merge');
    await history.getByRole('button', { name: 'Delete it' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(history.getByText('Nothing has been removed yet')).toBeVisible();
    await expect(told).toBeHidden();
    expect(await kept()).not.toContain('merge');
  });
});
