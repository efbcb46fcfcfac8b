import type { Page } from '@playwright/test';
import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { beginLargeRemoval, setNumber } from './support/large-removal';
import { popupWithTags } from './support/many-tags';
import { changes, connectedPopup } from './support/prepare';

/** Whether a page has parts that lie beside it. */
const isCutOff = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.describe('a job', () => {
  test('several tags at once, named one by one', async ({ extension, bigin }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('checkbox', { name: /^Überfällig/ }).check();
    await popup.getByRole('button', { name: 'Remove 2 tags from 3 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 2 tags from 3 records/);
    for (const id of ids) {
      const tags = bigin.world.tagsOf(zylker, 'Contacts', id);
      expect(tags).not.toContain('VIP');
      expect(tags).not.toContain('Überfällig');
      expect(tags).toContain('Trade fair 2026');
    }
    expect(changes(bigin).map(({ query }) => query['tag_names'])).toEqual(['VIP,Überfällig']);
  });

  test('tags with spaces, other scripts, emoji, quotes, &, %, + and #', async ({ extension, bigin }) => {
    await extension.setUp();
    const odd = [
      'Größe & Maß',
      '50% off',
      'C++',
      '#1 choice',
      'Say "hello"',
      "O'Brien's list",
      '見込み客',
      '🔥 Hot lead',
    ];
    const [first] = bigin.world.org(zylker)?.records.Contacts ?? [];
    const id = first?.id ?? '';
    bigin.world.setTags(zylker, 'Contacts', id, odd);
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0]);
    const popup = await extension.openPopup(list);
    await extension.connect(popup, { email: 'lee@zylker.example' });
    for (const name of odd.slice(1)) await popup.getByRole('checkbox', { name, exact: true }).check();
    await popup.getByRole('button', { name: 'Remove 7 tags from 1 record' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 7 tags from 1 record/);
    expect(bigin.world.tagsOf(zylker, 'Contacts', id)).toEqual(['Größe & Maß']);
  });

  test('records that fail are listed with the reason, and can be tried again', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await connectedPopup(extension);
    const [locked = ''] = ids;
    bigin.world.setLocked(zylker, 'Contacts', locked);
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    const failed = popup.getByRole('list', { name: 'Failed records' }).getByRole('listitem');
    await expect(failed).toContainText('Locked in Bigin');

    bigin.world.setLocked(zylker, 'Contacts', locked, false);
    await popup.getByRole('button', { name: 'Retry failed' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
    await expect(popup.getByRole('list', { name: 'Failed records' })).toHaveCount(0);
    expect(bigin.world.tagsOf(zylker, 'Contacts', locked)).not.toContain('Trade fair 2026');
  });

  test('many records that fail are told by their reasons, and where to see all of them', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 3_000);
    // The first calls are under way: what comes after them finds these.
    const last = ids.slice(-400);
    for (const [index, id] of last.entries()) {
      if (index >= 150) continue;
      if (index < 5) bigin.world.deleteRecord(zylker, 'Contacts', id);
      else bigin.world.setLocked(zylker, 'Contacts', id);
    }
    await expect(popup.getByText(/\d+ records? a second · about \d+ seconds? left/)).toBeVisible();
    await expect(popup.getByRole('status')).toHaveText(
      'Removed 1 tag from 2,850 records · 150 records could not be changed',
      { timeout: 30_000 },
    );
    const failed = popup.getByRole('list', { name: 'Failed records' }).getByRole('listitem');
    await expect(failed).toHaveCount(100);
    await expect(failed.first()).toContainText('145 records: Locked in Bigin');
    await expect(failed.filter({ hasText: 'No longer in Bigin' })).toHaveCount(5);
    await expect(failed.nth(95)).toContainText('5 records: No longer in Bigin');
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('button', { name: '50 other failed records are in the history' }).click();
    expect((await opened).url()).toMatch(/history\.html#.+/);
  });

  test('says which tags it takes off: before it begins, and while it runs, waits or is paused', async ({
    extension,
    bigin,
  }) => {
    const long = `${'Trade fair in Frankfurt '.repeat(4)}${'2026'.repeat(20)}`;
    const { list, popup } = await popupWithTags(extension, bigin, {
      onOne: ['Old list'],
      onAll: ['VIP', long],
    });
    const options = await extension.openPage('options.html');
    await setNumber(options, 'Ask first above this many records', 2);
    await options.close();
    await popup.bringToFront();
    await popup.setViewportSize({ width: 320, height: 600 });
    await popup.reload();
    bigin.fail({ where: { path: 'remove_tags' }, times: 1, what: { kind: 'delay', ms: 3_000 } });
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await popup.getByRole('checkbox', { name: 'Trade fair' }).check();
    await popup.getByRole('button', { name: 'Remove 2 tags from 3 records' }).click();
    const question = popup.getByRole('alertdialog');
    await expect(question.getByRole('listitem')).toHaveText([long, 'VIP']);
    await expect(question).toHaveAccessibleName(/^Remove these 2 tags from 3 records\?/);
    await expect(question).toHaveAccessibleDescription(`${long} VIP`);
    await expect(question.getByRole('button', { name: 'Back' })).toBeFocused();
    expect(await isCutOff(popup)).toBe(false);

    await question.getByRole('button', { name: 'Remove 2 tags from 3 records' }).click();
    await expect(popup.getByRole('progressbar', { name: 'Removing 2 tags…' })).toBeVisible();
    await expect(popup.getByRole('main').getByRole('listitem')).toHaveText([long, 'VIP']);
    expect(await isCutOff(popup)).toBe(false);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('button', { name: 'Resume' })).toBeVisible();
    await expect(again.getByRole('main').getByRole('listitem')).toHaveText([long, 'VIP']);
  });

  test('shows its progress, outlives its popup, and can be cancelled', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    bigin.configure({ limits: { idsPerCall: 1 } });
    bigin.fail({ where: { path: 'remove_tags' }, times: 100, what: { kind: 'delay', ms: 1500 } });
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await popup.close();

    const again = await extension.openPopup(list);
    await expect(again.getByRole('progressbar')).toBeVisible();
    await again.getByRole('button', { name: 'Cancel' }).click();
    await expect(again.getByRole('main').getByText(/^Cancelled:/)).toBeVisible();
    const sent = changes(bigin).length;
    await again.waitForTimeout(2000);
    expect(changes(bigin)).toHaveLength(sent);
  });

  test('goes on where it stood when the worker was stopped', async ({ extension, bigin }) => {
    const { list, popup, ids } = await connectedPopup(extension);
    bigin.fail({ where: { path: 'remove_tags' }, times: 1, what: { kind: 'delay', ms: 3000 } });
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await popup.close();
    await extension.stopWorker();

    const again = await extension.openPopup(list);
    await expect(again.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
    for (const id of ids) expect(bigin.world.tagsOf(zylker, 'Contacts', id)).not.toContain('Trade fair 2026');
  });

  test('cancelled while Bigin’s answer was lost tells what was done all the same', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.fail({ where: { path: 'remove_tags' }, times: 1000, what: { kind: 'disconnect', when: 'after' } });
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Restored 1 tag on 2 records/);
    expect(ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes('VIP'))).toHaveLength(2);
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test('tags that differ by letter case alone are pointed out, and what really went is named', async ({
    extension,
    bigin,
  }) => {
    bigin.configure({ unknowns: { tagCase: 'ignored' } });
    const [first] = bigin.world.org(zylker)?.records.Contacts ?? [];
    bigin.world.setTags(zylker, 'Contacts', first?.id ?? '', ['VIP', 'vip']);
    const { popup } = await connectedPopup(extension);
    const vip = popup.getByRole('checkbox', { name: 'VIP', exact: true });
    await expect(vip).toHaveAccessibleDescription(/Differs from “vip” by letter case alone/);
    await vip.check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 2 tags from 2 records/);
    await expect(popup.getByRole('listitem')).toHaveText(['VIP', 'vip']);
  });

  test('the result is still there when the popup is opened again, until the user goes on', async ({
    extension,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    await again.getByRole('button', { name: 'Done' }).click();
    await expect(again.getByRole('checkbox', { name: /^Trade fair 2026/ })).toBeVisible();
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toHaveCount(0);
  });
});
