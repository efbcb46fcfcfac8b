import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { changes, connectedPopup, giveTags } from './support/prepare';

/** Removes a tag from the ticked contacts, and closes the popup. */
async function remove(popup: Page, tag: RegExp): Promise<void> {
  await popup.getByRole('checkbox', { name: tag }).check();
  await popup.getByRole('button', { name: /^Remove \d/ }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed/);
}

const openHistory = (extension: Extension) => extension.openPage('history.html');

/** The jobs in the list, the newest first. */
const jobsIn = (history: Page) => history.locator('main > ol > li');

/** Opens a job to its records; the rows of their table. */
async function openJob(job: Locator): Promise<Locator> {
  await job.getByRole('button', { expanded: false }).click();
  const rows = job.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  return rows;
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test.describe('the history', () => {
  test('says that there is nothing yet', async ({ extension }) => {
    const history = await openHistory(extension);
    await expect(history.getByRole('heading', { name: 'History' })).toBeVisible();
    await expect(history.getByText(/^Nothing has been removed yet/)).toBeVisible();
  });

  test('tells of a job when, where and what, and of each record what became of it', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await connectedPopup(extension);
    const [locked = '', other = ''] = ids;
    bigin.world.setLocked(zylker, 'Contacts', locked);
    await remove(popup, /^Trade fair 2026/);
    await popup.close();

    const history = await openHistory(extension);
    const job = jobsIn(history);
    await expect(job).toHaveCount(1);
    await expect(job).toContainText('Remove 1 tag from 3 Contacts');
    await expect(job).toContainText('Trade fair 2026');
    await expect(job).toContainText('Zylker Trading');
    await expect(job).toContainText('2 records changed, 1 failed');
    await expect(job).toContainText('Finished');

    const rows = await openJob(job);
    await expect(rows).toHaveCount(4);
    const refused = rows.filter({ hasText: locked });
    await expect(refused).toContainText('Locked in Bigin');
    await expect(refused.getByRole('link', { name: locked })).toHaveAttribute(
      'href',
      `https://bigin.zoho.com/bigin/org${zylker}/Home#/contacts/${locked}`,
    );
    const cells = rows.filter({ hasText: other }).getByRole('cell');
    await expect(cells.nth(1)).toContainText('Trade fair 2026');
    await expect(cells.nth(2)).toHaveText('Trade fair 2026');
    await expect(cells.nth(3)).not.toContainText('Trade fair 2026');
    await expect(cells.nth(4)).toHaveText('Removed');

    await job.getByLabel('Outcome').selectOption({ label: 'Failed (1)' });
    await expect(rows).toHaveCount(2);
    await job.getByLabel('Record id').fill(other);
    await expect(job.getByText('No records match.')).toBeVisible();
    await job.getByLabel('Outcome').selectOption({ label: 'Changed (1)' });
    await expect(rows).toHaveCount(2);

    bigin.world.setLocked(zylker, 'Contacts', locked, false);
    await job.getByRole('button', { name: 'Retry failed' }).click();
    await expect(job).toContainText('3 records changed');
    await expect(job.getByRole('button', { name: 'Retry failed' })).toBeHidden();
    expect(bigin.world.tagsOf(zylker, 'Contacts', locked)).not.toContain('Trade fair 2026');
  });

  test('shows a hundred records at a time', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    const ids = (bigin.world.org(zylker)?.records.Contacts ?? []).slice(0, 150).map(({ id }) => id);
    giveTags(bigin, ids, ['Newsletter']);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await popup.getByLabel('Ids, links or CSV').fill(ids.join('\n'));
    await popup.getByRole('button', { name: 'Use 150 records' }).click();
    await remove(popup, /^Newsletter/);
    await popup.close();

    const history = await openHistory(extension);
    const job = jobsIn(history);
    const rows = await openJob(job);
    await expect(rows).toHaveCount(101);
    await expect(job.getByText('1–100 of 150 records').first()).toBeVisible();
    const pages = job.getByRole('navigation', { name: 'Pages of records' }).first();
    await expect(pages.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await pages.getByRole('button', { name: 'Next' }).click();
    await expect(rows).toHaveCount(51);
    await expect(pages.getByRole('button', { name: 'Next' })).toBeDisabled();
    await expect(pages).toContainText('101–150 of 150 records');
  });

  test('takes a removal back when its popup and its tab are long gone', async ({ extension, bigin }) => {
    const { popup, list, ids } = await connectedPopup(extension);
    const before = ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id));
    await remove(popup, /^VIP/);
    await popup.close();
    await list.close();
    await extension.stopWorker();

    const history = await openHistory(extension);
    const removal = jobsIn(history).last();
    await openJob(removal);
    await removal.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(jobsIn(history)).toHaveCount(2);
    const undo = jobsIn(history).first();
    await expect(undo).toContainText('Restore 1 tag on 2 Contacts');
    await expect(undo).toContainText('Finished');
    await expect(undo.getByRole('link', { name: /^Undo of the removal of/ })).toBeVisible();
    // It is open, so that what became of each record is at hand.
    await expect(undo.getByRole('row')).toHaveCount(3);
    await expect(removal).toContainText('Undone');
    for (const [index, id] of ids.entries()) {
      expect(bigin.world.tagsOf(zylker, 'Contacts', id).toSorted()).toEqual(before[index]?.toSorted());
    }

    await removal.getByRole('link', { name: /^Undone on/ }).click();
    await undo.getByRole('link', { name: /^Undo of/ }).click();
    await expect(removal.getByRole('table')).toBeVisible();
    await expect(removal.getByRole('button', { name: 'Undo', exact: true })).toBeHidden();
  });

  test('exports the account of a job', async ({ extension }) => {
    const { popup, ids } = await connectedPopup(extension);
    await remove(popup, /^VIP/);
    await popup.close();
    const history = await openHistory(extension);
    await openJob(jobsIn(history));

    const csvSaved = history.waitForEvent('download');
    await history.getByRole('button', { name: 'Export CSV' }).click();
    const csv = await csvSaved;
    expect(csv.suggestedFilename()).toMatch(/^untag-\d{4}-\d\d-\d\d-Contacts-VIP\.csv$/);
    const text = await textOf(csv);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true });
    expect(data).toHaveLength(2);
    for (const row of data) {
      expect(ids).toContain(row['Record Id']?.replace('zcrm_', ''));
      expect(row).toMatchObject({ Module: 'Contacts', Removed: 'VIP', Outcome: 'changed' });
    }

    const jsonSaved = history.waitForEvent('download');
    await history.getByRole('button', { name: 'Export JSON' }).click();
    const json: unknown = JSON.parse(await textOf(await jsonSaved));
    expect(json).toMatchObject({
      job: { kind: 'removal', org: `org${zylker}`, module: 'Contacts', tagNames: ['VIP'], state: 'finished' },
      records: [{ changed: ['VIP'] }, { changed: ['VIP'] }],
    });
  });

  test('deletes a job once that is confirmed, and not before', async ({ extension }) => {
    const { popup } = await connectedPopup(extension);
    await remove(popup, /^VIP/);
    await popup.close();
    const history = await openHistory(extension);
    await openJob(jobsIn(history));
    const address = history.url();

    const question = history.getByRole('alertdialog');
    await history.getByRole('button', { name: 'Delete' }).click();
    await expect(question).toContainText('the way to undo it');
    await question.getByRole('button', { name: 'Keep' }).click();
    await expect(question).toBeHidden();
    await history.getByRole('button', { name: 'Delete' }).click();
    await history.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(jobsIn(history)).toHaveCount(1);

    await history.getByRole('button', { name: 'Delete' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(history.getByText(/^Nothing has been removed yet/)).toBeVisible();
    await history.goto(address);
    await history.reload();
    await expect(history.getByText(/^Nothing has been removed yet/)).toBeVisible();
  });

  test('is searched by tag, organization, module and record', async ({ extension, bigin }) => {
    const { popup, ids } = await connectedPopup(extension);
    await remove(popup, /^VIP/);
    await popup.getByRole('button', { name: 'Done' }).click();
    await remove(popup, /^Trade fair 2026/);
    await popup.close();
    const history = await openHistory(extension);
    const jobs = jobsIn(history);
    await expect(jobs).toHaveCount(2);
    await expect(jobs.first()).toContainText('Trade fair 2026');

    const search = history.getByRole('searchbox', { name: 'Search' });
    await search.fill('vip');
    await expect(jobs).toHaveCount(1);
    await expect(jobs).toContainText('VIP');
    await expect(history.getByText('1 of 2 jobs')).toBeVisible();
    for (const text of ['zylker trading', 'contact', `org${zylker}`]) {
      await search.fill(text);
      await expect(jobs).toHaveCount(2);
    }
    await search.fill('companies');
    await expect(jobs).toHaveCount(0);

    // VIP was on two of the three records only.
    const vip = changes(bigin)[0]?.query['ids']?.split(',') ?? [];
    const without = ids.find((id) => !vip.includes(id)) ?? '';
    for (const text of [without, `https://bigin.zoho.com/bigin/org${zylker}/Home#/contacts/${without}`]) {
      await search.fill(text);
      await expect(jobs).toHaveCount(1);
      await expect(jobs).toContainText('Trade fair 2026');
    }
    const rows = await openJob(jobs);
    await expect(rows).toHaveCount(2);
    await expect(rows.last()).toContainText(without);

    await search.fill('');
    await history.getByLabel('State').selectOption('Cancelled');
    await expect(jobs).toHaveCount(0);
    await history.getByLabel('State').selectOption('Finished');
    await expect(jobs).toHaveCount(2);
  });

  test('of every open page tells the same, while a job runs, is paused, and goes on', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await connectedPopup(extension);
    bigin.configure({ limits: { idsPerCall: 1 } });
    bigin.fail({ where: { path: 'remove_tags' }, times: 100, what: { kind: 'delay', ms: 3000 } });
    const [one, other] = [await openHistory(extension), await openHistory(extension)];
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await popup.close();
    for (const page of [one, other]) {
      await expect(jobsIn(page)).toContainText('Running');
      await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 3 records');
    }

    await one.getByRole('button', { name: 'Pause' }).click();
    for (const page of [one, other]) await expect(jobsIn(page)).toContainText('Paused');
    const texts = () =>
      Promise.all([one, other].map((page) => page.getByRole('progressbar').getAttribute('aria-valuetext')));
    await expect.poll(async () => new Set(await texts()).size).toBe(1);

    await other.getByRole('button', { name: 'Resume' }).click();
    for (const page of [one, other]) {
      await expect(jobsIn(page)).toContainText('Finished', { timeout: 30_000 });
      await expect(jobsIn(page)).toContainText('3 records changed');
      await expect(page.getByRole('progressbar')).toBeHidden();
    }
  });

  test('is opened from the popup and from the options', async ({ extension }) => {
    const { popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'History' }).click();
    await expect((await opened).getByRole('heading', { name: 'History' })).toBeVisible();

    const options = await extension.openPage('options.html');
    await options.getByRole('link', { name: 'History' }).click();
    await expect(options.getByRole('heading', { name: 'History' })).toBeVisible();
  });
});

test.describe('the settings of removals', () => {
  test('are kept as they are typed, and not where they make no sense', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const days = options.getByLabel('Keep the history for this many days');
    await expect(days).toHaveValue('30');
    await days.fill('90');
    await options.getByText('For the curious').click();
    const batch = options.getByLabel('Records in a call at most');
    for (const text of ['501', '0', '', '1.5', '-5']) {
      await batch.fill(text);
      await expect(options.getByRole('alert')).toHaveText(/^A whole number from 1 to 500/);
      await expect(batch).toHaveAttribute('aria-invalid', 'true');
    }
    await options.reload();
    await expect(days).toHaveValue('90');
    await expect(batch).toHaveValue('500');
  });

  test('change what a removal does', async ({ extension, bigin }) => {
    const options = await extension.openPage('options.html');
    await options.getByText('For the curious').click();
    await options.getByLabel('Records in a call at most').fill('1');
    await options.getByLabel('Records in a call at most').press('Enter');
    await expect(options.locator('#removals').getByText('Saved')).toBeVisible();
    await options.close();
    const { popup } = await connectedPopup(extension);
    await remove(popup, /^Trade fair 2026/);
    expect(changes(bigin)).toHaveLength(3);
  });
});
