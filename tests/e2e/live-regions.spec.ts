import type { Page } from '@playwright/test';
import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { beConnected, connectedPopup } from './support/prepare';
import { openSidePanel } from './support/side-panel';

/** What a screen reader has been told to listen to: this very node, whatever takes its place. */
async function statusOf(page: Page): Promise<{ text: () => Promise<string | null> }> {
  await expect(page.getByRole('status')).toHaveText('');
  const node = await page.getByRole('status').elementHandle();
  if (!node) throw new Error('There is no status');
  return { text: () => node.evaluate((status) => (status.isConnected ? status.textContent : null)) };
}

test.describe('a result is read out by a status that was there before', () => {
  test('in the popup, from the choice of tags to what was restored', async ({ extension }) => {
    const { popup } = await connectedPopup(extension);
    const status = await statusOf(popup);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect.poll(status.text).toBe('Removed 1 tag from 2 records');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(status.text).toBe('Restored 1 tag on 2 records');
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    expect(await status.text()).toBe('');
  });

  test('with what failed, and also where all of it did', async ({ extension, bigin }) => {
    const { popup, ids } = await connectedPopup(extension);
    const status = await statusOf(popup);
    for (const id of ids) bigin.world.setLocked(zylker, 'Contacts', id);
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect.poll(status.text).toBe('3 records could not be changed');
    bigin.world.setLocked(zylker, 'Contacts', ids[0] ?? '', false);
    await popup.getByRole('button', { name: 'Retry failed' }).click();
    await expect.poll(status.text).toBe('Removed 1 tag from 1 record · 2 records could not be changed');
  });

  test('in the side panel, also for who has gone on while the job ran', async ({ extension, bigin }) => {
    await beConnected(extension);
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const panel = await openSidePanel(extension, list);
    await tick(list, [0, 1, 2]);
    await panel.getByRole('checkbox', { name: 'VIP', exact: true }).check();
    const status = await statusOf(panel);
    bigin.configure({ latencyMs: 1_500 });
    await panel.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await tick(list, [3]);
    await expect.poll(status.text, { timeout: 15_000 }).toBe('Removed 1 tag from 2 records');
    bigin.configure({ latencyMs: 0 });
    await expect(panel.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Done' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(status.text).toBe('Restored 1 tag on 2 records');
  });
});
