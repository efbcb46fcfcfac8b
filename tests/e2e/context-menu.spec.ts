import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { biginUrl, tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { changes, connectedPopup, tickThreeContacts } from './support/prepare';

const quick = (tag: string) => `quick-tag:${tag}`;
const quickOnLink = (tag: string) => `quick-tag-link:${tag}`;

const tagsOf = (bigin: ServedFakeBigin, ids: readonly string[]) =>
  ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id));

/** A list of contacts from whose first three rows VIP was removed in the popup; the next rows are ticked, with these tags. */
async function afterRemoval(extension: Extension, bigin: ServedFakeBigin, tags = ['VIP', 'Trade fair 2026']) {
  const { list, popup } = await connectedPopup(extension);
  await popup.getByRole('checkbox', { name: /^VIP/ }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed/);
  await popup.getByRole('button', { name: 'Done' }).click();
  await popup.close();
  await list.locator('[data-zcqa="clearRecords"]').click();
  const ids = await tick(list, [4, 5, 6]);
  for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, tags);
  bigin.requests.length = 0;
  return { list, ids };
}

/** Nothing was asked of Bigin that changes tags, even a while after the popup opened. */
async function expectNothingChanged(bigin: ServedFakeBigin, list: Page) {
  await list.waitForTimeout(500);
  expect(changes(bigin)).toEqual([]);
}

test.describe('the context menu', () => {
  test('opens the popup for the selection', async ({ extension }) => {
    const { list } = await tickThreeContacts(extension);
    await extension.clickMenuItem(list);
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible(),
    );
  });

  test('is there on e-mail addresses and phone numbers too, of which browsers do not say that they lie on the page', async ({
    extension,
  }) => {
    await tickThreeContacts(extension);
    await expect.poll(() => extension.menuItems(['remove-tags', 'remove-tags-contact'])).toHaveLength(2);
  });

  test('on a link to a record, opens the popup for that record', async ({ extension, bigin }) => {
    const { list } = await tickThreeContacts(extension);
    const [company] = bigin.world.org(zylker)?.records.Accounts ?? [];
    await extension.clickMenuItem(list, biginUrl(zylker, `/companies/${company?.id}`));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible(),
    );
  });

  test('on a link to something else, says so', async ({ extension }) => {
    const { list } = await tickThreeContacts(extension);
    await extension.clickMenuItem(list, biginUrl(zylker, '/contacts'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByText(/^This link does not lead to a record that has tags\./)).toBeVisible(),
    );
  });
});

test.describe('the quick items of the context menu', () => {
  test('are the tags that were last removed in the module in view', async ({ extension, bigin }) => {
    const all = [
      'remove-tags',
      'remove-tags-link',
      quick('VIP'),
      quickOnLink('VIP'),
      quick('Trade fair 2026'),
    ];
    const items = () => extension.menuItems(all);
    const plain = all.slice(0, 2);
    const withVip = all.slice(0, 4);
    await expect.poll(items).toEqual(plain);
    const { list } = await afterRemoval(extension, bigin);
    await expect.poll(items).toEqual(withVip);
    await list.evaluate(() => (location.hash = '/companies'));
    await expect.poll(items).toEqual(plain);
    await list.evaluate(() => (location.hash = '/contacts'));
    await expect.poll(items).toEqual(withVip);

    const history = await extension.openPage('history.html');
    await expect.poll(items).toEqual(plain);
    await extension.stopWorker();
    await list.bringToFront();
    // The stopped worker may be asked first.
    await expect(async () => expect(await items()).toEqual(withVip)).toPass({ timeout: 10_000 });
    await history.bringToFront();
    await history.getByRole('button', { name: /^Remove 1 tag from/ }).click();
    await history.getByRole('button', { name: 'Delete' }).click();
    await history.locator('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(history.getByText('Nothing has been removed yet')).toBeVisible();
    await list.bringToFront();
    await list.waitForTimeout(500);
    expect(await items()).toEqual(plain);
  });

  test('remove a tag at once; the popup shows it and takes it back', async ({ extension, bigin }) => {
    const { list, ids } = await afterRemoval(extension, bigin);
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 3 records');
      expect(tagsOf(bigin, ids)).toEqual(ids.map(() => ['Trade fair 2026']));
      await popup.getByRole('button', { name: 'Undo' }).click();
      await expect(popup.getByRole('status')).toHaveText('Restored 1 tag on 3 records');
    });
    expect(tagsOf(bigin, ids)).toEqual(ids.map(() => expect.arrayContaining(['VIP', 'Trade fair 2026'])));
  });

  test('are on a link those of the module that it leads to', async ({ extension, bigin }) => {
    const { list, ids } = await afterRemoval(extension, bigin);
    const items = () => extension.menuItems([quick('VIP'), quickOnLink('VIP')]);
    const link = (route: string) => list.locator(`a[href^="#/${route}"]:visible`).first();
    await link('contacts/').hover();
    await expect.poll(items).toEqual([quick('VIP'), quickOnLink('VIP')]);
    await link('companies/').hover();
    await expect.poll(items).toEqual([quick('VIP')]);
    // Its module's tags too, whatever page it stands on, and by keys.
    await list.evaluate((id) => {
      location.hash = '/companies';
      const added = document.createElement('a');
      added.href = `#/contacts/${id}`;
      added.textContent = 'A contact';
      document.body.prepend(added);
    }, ids[0]);
    await expect.poll(items).toEqual([]);
    await list.getByRole('link', { name: 'A contact' }).focus();
    await expect.poll(items).toEqual([quickOnLink('VIP')]);
  });

  test('on a link, take it off that record alone', async ({ extension, bigin }) => {
    const { list, ids } = await afterRemoval(extension, bigin);
    const [first = '', ...others] = ids;
    const link = biginUrl(zylker, `/contacts/${first}`);
    await extension.clickMenuItem(list, link, quickOnLink('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 1 record'),
    );
    expect(tagsOf(bigin, [first])).toEqual([['Trade fair 2026']]);
    expect(tagsOf(bigin, others)).toEqual(others.map(() => ['VIP', 'Trade fair 2026']));
  });

  test('pressed twice in a row, remove once', async ({ extension, bigin }) => {
    const { list } = await afterRemoval(extension, bigin);
    bigin.configure({ latencyMs: 200 });
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 3 records'),
    );
    expect(changes(bigin)).toHaveLength(1);
  });

  test('open the popup where no selected record has the tag', async ({ extension, bigin }) => {
    const { list } = await afterRemoval(extension, bigin, ['Trade fair 2026']);
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible(),
    );
    await expectNothingChanged(bigin, list);
  });

  test('open the popup where another tag differs by letter case alone', async ({ extension, bigin }) => {
    const { list } = await afterRemoval(extension, bigin, ['VIP', 'vip']);
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByText(/^Differs from “vip” by letter case alone/)).toBeVisible(),
    );
    await expectNothingChanged(bigin, list);
  });

  test('open the popup where nothing is selected', async ({ extension, bigin }) => {
    const { list } = await afterRemoval(extension, bigin);
    await list.locator('[data-zcqa="clearRecords"]').click();
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) => expect(popup.getByText('No record is selected')).toBeVisible());
    await expectNothingChanged(bigin, list);
  });

  test('open the popup, with the tag to be chosen, where a removal is to be confirmed', async ({
    extension,
    bigin,
  }) => {
    const { list } = await afterRemoval(extension, bigin);
    const options = await extension.openPage('options.html');
    await options.getByLabel('Ask first above this many records').fill('2');
    await options.getByLabel('Ask first above this many records').press('Enter');
    await options.close();
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
      expect(new URL(popup.url()).searchParams.getAll('choose')).toEqual(['VIP']);
    });
    await expectNothingChanged(bigin, list);
  });

  test('open the popup where the page says that more are selected than can be read', async ({
    extension,
    bigin,
  }) => {
    const { list } = await afterRemoval(extension, bigin);
    await list.locator('#selectCheckbox').click();
    await list.locator('#selectAllRecords').click();
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByText(/3,000 Contacts of this view are selected/)).toBeVisible(),
    );
    await expectNothingChanged(bigin, list);
  });

  test('open the popup to connect where the organization is not connected any more', async ({
    extension,
    bigin,
  }) => {
    const { list } = await afterRemoval(extension, bigin);
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByText('No organization is connected yet.')).toBeVisible();
    await options.close();
    await extension.clickMenuItem(list, undefined, quick('VIP'));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('button', { name: 'Connect to Bigin' })).toBeVisible(),
    );
    await expectNothingChanged(bigin, list);
  });
});
