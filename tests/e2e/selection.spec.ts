import { biginUrl, nextPage, tick, tickOnThreePages, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { connectedPopup, dana, removeAllTags } from './support/prepare';

test.describe('what counts as selected', () => {
  test('a list without pinned columns, with real check boxes and without ARIA', async ({ extension }) => {
    const url = `https://bigin.zoho.com/bigin/org${zylker}/Home?pinned=off&boxes=input&aria=off#/companies`;
    const list = await extension.openBigin(url);
    await tick(list, [0, 2]);
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '2 Companies selected' })).toBeVisible();
  });

  test('one company', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/accounts'));
    await tick(list, [1]);
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
  });

  for (const [route, heading] of [
    ['/deals', '2 Pipelines selected'],
    ['/tasks', '2 Tasks selected'],
    ['/events', '2 Events selected'],
    ['/calls', '2 Calls selected'],
  ] as const) {
    test(`the list at ${route}`, async ({ extension }) => {
      const list = await extension.openBigin(biginUrl(zylker, route));
      await tick(list, [0, 1]);
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('heading', { name: heading })).toBeVisible();
    });
  }

  for (const older of ['', '?older=li']) {
    test(`an older list without Zoho's components ${older}`, async ({ extension }) => {
      const list = await extension.openBigin(
        `https://bigin.zoho.com/bigin/org${zylker}/Home${older}#/products`,
      );
      const boxes = list.locator('[data-id] input[type="checkbox"], tbody input[type="checkbox"]');
      await boxes.nth(0).check();
      await boxes.nth(3).check();
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('heading', { name: '2 Products selected' })).toBeVisible();
    });
  }

  test('a record page selects its record, whatever is ticked in its related lists', async ({
    extension,
    bigin,
  }) => {
    const [contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
    const page = await extension.openBigin(biginUrl(zylker, `/contacts/${contact?.id}?section=deals`));
    const related = page.locator('lyte-checkbox[id^="selectEntity_"]').first();
    await related.click();
    const popup = await extension.openPopup(page);
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
  });

  test('an old link of the CRM kind', async ({ extension, bigin }) => {
    const [company] = bigin.world.org(zylker)?.records.Accounts ?? [];
    const page = await extension.openBigin(
      `https://bigin.zoho.com/crm/org${zylker}/tab/Accounts/${company?.id}`,
    );
    const popup = await extension.openPopup(page);
    await expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
  });

  test('records ticked on three pages of the list, most of them not in the document', async ({
    extension,
    bigin,
  }) => {
    await extension.setUp();
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const ids = await tickOnThreePages(list, [[0, 1, 2], [3], [0, 5]]);
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '6 Contacts selected' })).toBeVisible();
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await extension.connect(popup, dana);
    await removeAllTags(popup);
    expect(ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id))).toEqual(ids.map(() => []));
  });

  test('where the list component tells nothing, the popup says how many could not be read', async ({
    extension,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    await list.bringToFront();
    await nextPage(list);
    await tick(list, [0, 1]);
    await list.locator('crux-table-component').evaluate((table) => {
      const refuse = () => {
        throw new Error('not for you');
      };
      Object.defineProperty(table, 'getData', { value: refuse });
      Object.defineProperty(table, 'component', { get: refuse });
    });
    const again = await extension.openPopup(list);
    await expect(again.getByRole('heading', { name: '2 Contacts selected' })).toBeVisible();
    await expect(again.getByRole('alert')).toHaveText(/shows 5 records selected, but only 2 could be read/);
  });

  test('a list component that lies names no record that is not ticked', async ({ extension, bigin }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const ids = await tick(list, [0, 1]);
    const contacts = bigin.world.org(zylker)?.records.Contacts.map(({ id }) => id) ?? [];
    const lies = [...ids, ...contacts.slice(2, 40), '<b>', '9999999999999999999', ...contacts.slice(60)];
    await list.locator('crux-table-component').evaluate((table, told) => {
      Object.defineProperty(table, 'getData', { value: () => told });
    }, lies);
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '2 Contacts selected' })).toBeVisible();
  });

  test('all records of the view: the page names none of them, and the popup says so', async ({
    extension,
  }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await list.locator('#selectCheckbox').click();
    await list.locator('#selectAllRecords').click();
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('alert')).toContainText(/3,000/);
  });

  test.describe('before the extension is installed', () => {
    test.use({ openFirst: biginUrl(zylker, '/contacts') });

    test('a page that was open then is read all the same', async ({ extension }) => {
      const list = extension.context.pages().find((page) => page.url().includes('bigin.zoho.com'));
      if (!list) throw new Error('The page is gone');
      await tick(list, [0]);
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    });
  });
});
