import type { Page } from '@playwright/test';
import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { beginLargeRemoval, withoutOldTag } from './support/large-removal';
import { pasteLines } from './support/paste';
import { beConnected, connectedPopup, tickThreeContacts } from './support/prepare';
import { openSidePanel } from './support/side-panel';
import { until } from './support/until';

/** What a screen reader has been told to listen to: this very node, whatever takes its place. */
async function statusOf(page: Page): Promise<{ text: () => Promise<string | null> }> {
  await expect(page.getByRole('status')).toHaveText('');
  const node = await page.getByRole('status').elementHandle();
  if (!node) throw new Error('There is no status');
  return { text: () => node.evaluate((status) => (status.isConnected ? status.textContent : null)) };
}

/** All that is read out from now on, besides results. */
async function newsOf(page: Page): Promise<() => Promise<string[]>> {
  const region = page.locator('#root > [aria-live="polite"]');
  await expect(region).toBeAttached();
  await region.evaluate((node) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      if (node.textContent) heard.push(node.textContent);
    }).observe(node, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
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

test.describe('what takes its time is read out as it goes', () => {
  test('that tags are being read, and once how many have come', async ({ extension, bigin }) => {
    await beConnected(extension);
    const { list } = await tickThreeContacts(extension);
    bigin.fail({ where: { path: 'coql' }, times: 1, what: { kind: 'delay', ms: 4_000 } });
    const popup = await extension.openPopup(list);
    const news = await newsOf(popup);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible({ timeout: 10_000 });
    const count = await popup.getByRole('checkbox').count();
    await expect.poll(news).toEqual(['Reading tags…', `${count} tags`]);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.waitForTimeout(1_500);
    expect(await news()).toHaveLength(2);
  });

  test('the quarters of a long reading of tags', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    const records = (bigin.world.org(zylker)?.records.Contacts ?? []).slice(0, 800);
    await pasteLines(
      popup,
      records.map(({ id }) => biginUrl(zylker, `/contacts/${id}`)),
    );
    const news = await newsOf(popup);
    for (const after of [0, 1, 2, 3]) {
      const ms = 2_000 * (after + 1);
      bigin.fail({ where: { path: 'coql' }, after, times: 1, what: { kind: 'delay', ms } });
    }
    await popup.getByRole('button', { name: /^Use / }).click();
    await expect(popup.getByRole('button', { name: 'Remove tags' })).toBeVisible({ timeout: 20_000 });
    await expect.poll(async () => (await news()).at(-1)).toMatch(/^\d+ tags$/);
    const said = await news();
    expect(said).toContain('50% done');
    expect(new Set(said).size).toBe(said.length);
  });

  test('that a job pauses, and that it goes on', async ({ extension, bigin }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 2_000, 1_500);
    const news = await newsOf(popup);
    await until(() => withoutOldTag(bigin, ids) > 0);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(news).toContain('Paused');
    await popup.waitForTimeout(3_000);
    expect((await news()).filter((text) => text === 'Paused')).toHaveLength(1);
    bigin.configure({ latencyMs: 2_500 });
    await popup.getByRole('button', { name: 'Resume' }).click();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(news).toContain('Stopping: waiting for the answers of calls under way…');
  });

  test('that a job waits for another', async ({ extension, bigin }) => {
    await beginLargeRemoval(extension, bigin, 2_000, 2_000);
    const list = await extension.openBigin(biginUrl(zylker, '/companies'));
    await tick(list, [0, 1, 2]);
    const popup = await extension.openPopup(list);
    await popup.getByRole('checkbox').first().check();
    const news = await newsOf(popup);
    await popup.getByRole('button', { name: /^Remove \d/ }).click();
    await expect.poll(news).toContain('Waiting for another job of this organization to end…');
  });

  test('that records are looked for by a tag, and now and then how many have been read', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    const news = await newsOf(popup);
    bigin.configure({ latencyMs: 700 });
    await popup.getByRole('button', { name: 'Find Contacts with this tag' }).click();
    await expect.poll(news).toContain('Looking for Contacts with the tag “VIP”…');
    await expect.poll(news, { timeout: 30_000 }).toContain('1,000 records read');
    const said = await news();
    expect(said.filter((text) => text.endsWith('records read')).length).toBeLessThanOrEqual(3);
  });
});
