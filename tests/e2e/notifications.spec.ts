import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { beginLargeRemoval, oldTag, withoutOldTag } from './support/large-removal';
import { connectedPopup } from './support/prepare';
import { until } from './support/until';

/** Waits for the one notification that is shown; its id. */
async function shownNotification(extension: Extension): Promise<string> {
  await expect.poll(() => extension.notifications(), { timeout: 20_000 }).toHaveLength(1);
  return (await extension.notifications())[0] ?? '';
}

/** A tag was removed in the popup, so that it can be removed again at once from what is ticked now. */
async function removedAtOnce(
  extension: Extension,
  bigin: ServedFakeBigin,
): Promise<{ list: Page; ids: string[] }> {
  const { list, popup } = await connectedPopup(extension);
  await popup.getByRole('checkbox', { name: oldTag }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed/);
  await popup.close();
  expect(await extension.notifications()).toEqual([]);
  await list.locator('[data-zcqa="clearRecords"]').click();
  const ids = await tick(list, [4, 5]);
  for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, [oldTag]);
  await extension.clickMenuItem(list, undefined, `quick-tag:${oldTag}`);
  return { list, ids };
}

test.describe('notifications that the user has permitted', () => {
  test.use({ notifying: true });

  test('tell what a removal at once has done, and take it back, though the worker was stopped', async ({
    extension,
    bigin,
  }) => {
    const { list, ids } = await removedAtOnce(extension, bigin);
    const told = await shownNotification(extension);
    expect(withoutOldTag(bigin, ids)).toBe(2);
    // No popup stands in the way.
    const worker = await extension.worker;
    const open = await worker.evaluate(async () =>
      (await chrome.runtime.getContexts({})).map(({ contextType }) => contextType),
    );
    expect(open).not.toContain('POPUP');

    await extension.stopWorker();
    await list.reload();
    await extension.pressNotification(told, 0);
    await expect.poll(() => withoutOldTag(bigin, ids)).toBe(0);
    const undone = await shownNotification(extension);
    expect(undone).not.toBe(told);
  });

  test('lead to the account of what was done', async ({ extension, bigin }) => {
    await removedAtOnce(extension, bigin);
    const told = await shownNotification(extension);
    const opened = extension.context.waitForEvent('page');
    await extension.pressNotification(told);
    const history = await opened;
    await expect(
      history.getByRole('listitem').filter({ hasText: 'Remove 1 tag from 2 Contacts' }),
    ).toContainText('Finished');
    expect(history.url()).toMatch(/history\.html#[\w-]+$/);
    await expect.poll(() => extension.notifications()).toEqual([]);
  });

  test('tell the end of a long job where no page of ours is in front', async ({ extension, bigin }) => {
    const { list, popup, ids } = await beginLargeRemoval(extension, bigin, 2_000, 1_500);
    await expect(popup.getByRole('button', { name: 'Tell me when it is done' })).toHaveCount(0);
    await list.bringToFront();
    await until(() => withoutOldTag(bigin, ids) === ids.length, 40_000);
    await shownNotification(extension);
  });

  test('do not repeat what a page of ours shows, nor the end of a short job', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids, list } = await beginLargeRemoval(extension, bigin, 2_000, 1_500);
    await until(() => withoutOldTag(bigin, ids) === ids.length, 40_000);
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    expect(await extension.notifications()).toEqual([]);

    bigin.configure({ latencyMs: 0 });
    await popup.getByRole('button', { name: 'Undo' }).click();
    await list.bringToFront();
    await until(() => withoutOldTag(bigin, ids) === 0);
    await list.waitForTimeout(1_000);
    expect(await extension.notifications()).toEqual([]);
  });

  test('tell the end, however soon it comes, to who has just asked for that', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 1_100, 2_000);
    // As before the permission was given, which nobody can be asked for here.
    await popup.addInitScript(() => {
      chrome.permissions.contains = () => Promise.resolve(false);
      chrome.permissions.request = () => Promise.resolve(true);
    });
    await popup.reload();
    await popup.getByRole('button', { name: 'Tell me when it is done' }).click();
    await expect(popup.getByText('You will be told when it is done.')).toBeVisible();
    await popup.close();
    bigin.configure({ latencyMs: 0 });
    await until(() => withoutOldTag(bigin, ids) === ids.length);
    await shownNotification(extension);
  });

  test('tell that a job waits for a sign-in', async ({ extension, bigin }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 5_000);
    await popup.close();
    await until(() => withoutOldTag(bigin, ids) > 0);
    bigin.revokeGrant(zylker);
    await shownNotification(extension);
  });
});

test.describe('notifications that the user has not permitted', () => {
  test('are offered while a long job runs, until they are declined', async ({ extension, bigin }) => {
    const { popup, list } = await beginLargeRemoval(extension, bigin, 5_000);
    await expect(popup.getByRole('button', { name: 'Tell me when it is done' })).toBeVisible();
    await popup.close();
    const worker = await extension.worker;
    await worker.evaluate(() => chrome.storage.local.set({ notificationsDeclined: true }));
    const again = await extension.openPopup(list);
    await expect(again.getByRole('progressbar')).toBeVisible();
    await again.waitForTimeout(500);
    await expect(again.getByRole('button', { name: 'Tell me when it is done' })).toHaveCount(0);
  });

  test('are offered to who removes tags with one press, in the popup that comes in their place', async ({
    extension,
    bigin,
  }) => {
    await removedAtOnce(extension, bigin);
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
      await expect(popup.getByRole('button', { name: 'Next time, tell me in a notification' })).toBeVisible();
    });
  });
});
