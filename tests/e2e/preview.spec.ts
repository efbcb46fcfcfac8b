import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { pasteLines } from './support/paste';
import { connectedPopup } from './support/prepare';

/** Gives records of known module in place of the page's selection: nothing but their tags is read. */
async function giveContacts(popup: Page, bigin: ServedFakeBigin, count: number): Promise<string[]> {
  const ids = (bigin.world.org(zylker)?.records.Contacts ?? []).slice(0, count).map(({ id }) => id);
  await pasteLines(
    popup,
    ids.map((id) => biginUrl(zylker, `/contacts/${id}`)),
  );
  bigin.requests.length = 0;
  await popup.getByRole('button', { name: /^Use / }).click();
  return ids;
}

/** Lets so many readings pass, and holds up those that follow. */
function holdUp(bigin: ServedFakeBigin, ms: number, after = 0): void {
  bigin.fail({ where: { path: 'coql' }, after, times: 1000, what: { kind: 'delay', ms } });
}

const readings = (bigin: ServedFakeBigin) =>
  bigin.requests.filter(
    ({ service, path, method }) => path.endsWith('/coql') || (service === 'api' && method === 'GET'),
  );
const countOf = (bigin: ServedFakeBigin, ids: string[], tag: string) =>
  ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes(tag)).length;

test.describe('tags that were read before another removal changed some', () => {
  test('are read again, and what was chosen stays chosen', async ({ extension, bigin }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    const other = await extension.openBigin(biginUrl(zylker, '/companies'));
    await tick(other, [0, 1, 2]);
    const otherPopup = await extension.openPopup(other);
    await otherPopup.getByRole('checkbox').first().check();
    await otherPopup.getByRole('button', { name: /^Remove \d/ }).click();
    await expect(otherPopup.getByRole('status')).toHaveText(/^Removed/);

    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByText('They are being read again.')).toBeVisible();
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeChecked();
    expect(countOf(bigin, ids, 'VIP')).toBe(2);
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    expect(countOf(bigin, ids, 'VIP')).toBe(0);
  });
});

test.describe('the tags of many records', () => {
  test('show with their counts as they arrive; removing waits for all of them', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await connectedPopup(extension);
    holdUp(bigin, 2000, 1);
    const ids = await giveContacts(popup, bigin, 1000);
    const vip = popup.getByRole('checkbox', { name: 'VIP', exact: true });
    const remove = popup.getByRole('button', { name: /^Remove/ });
    const first = countOf(bigin, ids.slice(0, 200), 'VIP');
    await expect(popup.getByRole('progressbar')).toHaveAttribute('value', '200');
    await expect(popup.getByText('Read 200 of 1,000 records')).toBeVisible();
    await expect(vip).toHaveAccessibleDescription(`on ${first} of 200 records`);
    await vip.check();
    await expect(remove).toHaveText('Remove once all records are read');
    await expect(remove).toBeDisabled();

    const all = countOf(bigin, ids, 'VIP');
    await expect(remove).toHaveText(`Remove 1 tag from ${all} records`);
    await expect(remove).toBeEnabled();
    await expect(vip).toHaveAccessibleDescription(`on ${all} of 1,000 records`);
    await expect(popup.getByRole('progressbar')).toBeHidden();
    await expect(popup.getByRole('button', { name: 'Cancel' })).toBeHidden();
    expect(readings(bigin)).toHaveLength(5);
  });

  test('need not be read to the end: a cancel asks no more, and says so', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    bigin.fail({ where: { path: 'coql' }, after: 1, times: 1000, what: { kind: 'hold' } });
    await giveContacts(popup, bigin, 2000);
    await expect(popup.getByText('Read 200 of 2,000 records')).toBeVisible();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect(popup.getByText('Reading the tags was cancelled. Nothing was changed.')).toBeVisible();
    await expect(popup.getByRole('checkbox')).toHaveCount(0);
    await expect(popup.getByRole('button', { name: /^Remove/ })).toBeHidden();
    // Calls that were under way then, some of them not yet on the wire, come to their end; none follows them.
    bigin.clearFaults();
    await popup.waitForTimeout(2_000);
    expect(readings(bigin).length).toBeLessThan(10);

    await popup.getByRole('button', { name: 'Read the tags' }).click();
    await expect(popup.getByRole('checkbox', { name: 'VIP', exact: true })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Remove tags' })).toBeVisible();
  });

  test('are read on when the popup closes, and are at hand when it opens again', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    holdUp(bigin, 1000, 1);
    await giveContacts(popup, bigin, 1000);
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await popup.close();
    await expect.poll(() => readings(bigin).filter(({ status }) => status === 200).length).toBe(5);

    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: 'VIP', exact: true })).toBeVisible();
    await expect(again.getByRole('button', { name: 'Remove tags' })).toBeVisible();
    expect(readings(bigin)).toHaveLength(5);
  });
});

test.describe('the tags of a few records', () => {
  test('show at once when the popup opens again, and can be removed while they are read anew', async ({
    extension,
    bigin,
  }) => {
    const { list, popup, ids } = await connectedPopup(extension);
    await popup.close();
    bigin.requests.length = 0;
    holdUp(bigin, 4000);
    const again = await extension.openPopup(list);
    const vip = again.getByRole('checkbox', { name: /^VIP/ });
    await expect(vip).toHaveAccessibleDescription('on 2 of 3 records');
    await expect.poll(() => readings(bigin).map(({ status }) => status)).toEqual([null]);
    await expect(again.getByRole('progressbar')).toBeHidden();
    await vip.check();
    await again.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(again.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    expect(countOf(bigin, ids, 'VIP')).toBe(0);

    // What was being read when the job began is not what is shown after it.
    await again.getByRole('button', { name: 'Done' }).click();
    await expect(again.getByRole('checkbox', { name: /^Trade fair 2026/ })).toBeVisible({ timeout: 10_000 });
    await expect(vip).toHaveCount(0);
  });

  test('that could not be read are asked for again on request', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await giveContacts(popup, bigin, 4);
    await expect(popup.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await popup.close();
    bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'disconnect', when: 'before' } });
    const again = await extension.openPopup(list);
    await again.getByRole('button', { name: 'Back to the page’s selection' }).click();
    await expect(again.getByRole('alert')).toBeVisible();
    bigin.clearFaults();
    await again.getByRole('button', { name: 'Try again' }).click();
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toHaveAccessibleDescription(
      'on 2 of 3 records',
    );
  });

  test('are those of the records that were asked for, where Bigin ignores which ones', async ({
    extension,
    bigin,
  }) => {
    bigin.configure({ unknowns: { coql: 'refused', idsParameter: 'ignored' } });
    const { list, popup } = await connectedPopup(extension);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toHaveAccessibleDescription(
      'on 2 of 3 records',
    );
    // The way that works is remembered, by a worker that was stopped too.
    await popup.close();
    await extension.stopWorker();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    await giveContacts(again, bigin, 4);
    await expect(again.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await expect.poll(() => readings(bigin).length).toBe(4);
    expect(readings(bigin).every(({ path }) => /\/Contacts\/\d+$/.test(path))).toBe(true);
  });
});
