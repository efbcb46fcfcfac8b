import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { biginUrl, nextPage, tick, tickOnThreePages, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import {
  allTags,
  beConnected,
  changes,
  chooseAllTags,
  dana,
  giveTags,
  removeAllTags,
} from './support/prepare';

const home = (options: string, route: string) =>
  `https://bigin.zoho.com/bigin/org${zylker}/Home${options}#${route}`;

/** The popup on a page, with its organization connected. */
async function openConnected(extension: Extension, page: Page) {
  await beConnected(extension);
  return extension.openPopup(page);
}

/** Gives the ticked records two tags; what it returns sees that they lost them, and no other record any. */
function tagged(bigin: ServedFakeBigin, ids: string[]) {
  giveTags(bigin, ids, ['VIP', 'Newsletter']);
  const before = allTags(bigin);
  return {
    expectOnlyTheseBare() {
      expect(allTags(bigin)).toEqual({ ...before, ...Object.fromEntries(ids.map((id) => [id, []])) });
    },
  };
}

test.describe('ticks on three pages are removed from, all of them and nothing else', () => {
  for (const options of [
    '?pinned=off&boxes=input&aria=off',
    '?lang=hi',
    '?lang=de',
    '?lang=ar',
    '?count=off',
  ]) {
    test(`in a list ${options}`, async ({ extension, bigin }) => {
      const list = await extension.openBigin(home(options, '/companies'));
      const records = tagged(bigin, await tickOnThreePages(list, [[0, 2], [1], [4, 5]]));
      const popup = await openConnected(extension, list);
      await expect(popup.getByRole('heading', { name: '5 Companies selected' })).toBeVisible();
      await removeAllTags(popup);
      records.expectOnlyTheseBare();
    });
  }

  test('in a list by an old link of the CRM kind', async ({ extension, bigin }) => {
    const list = await extension.openBigin(`https://bigin.zoho.com/crm/org${zylker}/tab/Accounts`);
    const records = tagged(bigin, await tickOnThreePages(list, [[0], [1], [2]]));
    const popup = await openConnected(extension, list);
    await expect(popup.getByRole('heading', { name: '3 Companies selected' })).toBeVisible();
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  test('with every row of each page, by the box in the header', async ({ extension, bigin }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const newest = (bigin.world.org(zylker)?.records.Contacts ?? []).slice(0, 150);
    const records = tagged(
      bigin,
      newest.map(({ id }) => id),
    );
    for (const turn of [0, 1, 2]) {
      if (turn > 0) await nextPage(list);
      await list.locator('#selectCheckbox').first().click();
    }
    const popup = await openConnected(extension, list);
    await expect(popup.getByRole('heading', { name: '150 Contacts selected' })).toBeVisible();
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  for (const options of ['', '?rowModule=off']) {
    test(`in the list of activities, one job a module ${options}`, async ({ extension, bigin }) => {
      await extension.setUp();
      const list = await extension.openBigin(home(options, '/activities'));
      const records = tagged(bigin, await tickOnThreePages(list, [[0, 1, 2], [0, 3], [2]]));
      const popup = await extension.openPopup(list);
      await expect(popup.getByRole('heading', { name: '6 records selected' })).toBeVisible();
      await extension.connect(popup, dana);
      const modules = popup.getByRole('group', { name: 'Module' });
      await expect(modules.getByRole('radio')).toHaveCount(3);
      for (const [name, heading] of [
        [/Task/, /Tasks? selected/],
        [/Event/, /Events? selected/],
        [/Call/, /Calls? selected/],
      ] as const) {
        await modules.getByRole('radio', { name }).check({ force: true });
        await expect(popup.getByRole('heading', { name: heading })).toBeVisible();
        await removeAllTags(popup);
      }
      const paths = changes(bigin).map(({ path }) => path);
      expect(paths.filter((path) => !/\/(Tasks|Events|Calls)\//.test(path))).toEqual([]);
      records.expectOnlyTheseBare();
    });
  }

  test('in a search’s results, of two modules', async ({ extension, bigin }) => {
    const page = await extension.openBigin(biginUrl(zylker, '/search?word=a'));
    const listOf = (module: string) => `section.recordTable:has(#listcrux_${module})`;
    const contacts = await tickOnThreePages(page, [[0, 1], [2], [0]], listOf('Contacts'));
    const companies = await tickOnThreePages(page, [[1], [0], [3]], listOf('Accounts'));
    const records = tagged(bigin, [...contacts, ...companies]);
    const popup = await openConnected(extension, page);
    await expect(popup.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await removeAllTags(popup);
    await popup.getByRole('radio', { name: '3 Companies' }).check({ force: true });
    await expect(popup.getByRole('heading', { name: '3 Companies selected' })).toBeVisible();
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });
});

test.describe('where a view has no pages, or forgets them', () => {
  test('a board’s cards are ticked in bulk, over columns and beyond the cards drawn at first', async ({
    extension,
    bigin,
  }) => {
    const board = await extension.openBigin(biginUrl(zylker, '/deals/kanban'));
    await board.locator('[data-zcqa="bulkMode"]').click();
    const ids: string[] = [];
    const columns = board.locator('.kanbanColumn');
    for (const [column, card] of [
      [0, 1],
      [1, 0],
      [0, 25],
    ] as const) {
      const cards = columns.nth(column).locator('lyte-card');
      const rows = columns.nth(column).locator('.kanbanCards');
      await expect
        .poll(async () => {
          await rows.evaluate(
            (element, end) => element.scrollTo(0, end ? element.scrollHeight : 0),
            card > 20,
          );
          return cards.count();
        })
        .toBeGreaterThan(card);
      await cards.nth(card).locator('lyte-checkbox').click();
      const href = await cards.nth(card).locator('a.crm-kv-header-link').getAttribute('href');
      ids.push(href?.split('/').at(-1) ?? '');
    }
    const records = tagged(bigin, ids);
    const popup = await openConnected(extension, board);
    await expect(popup.getByRole('heading', { name: '3 Pipelines selected' })).toBeVisible();
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  test('a record’s page removes from the record, whatever is ticked in its related lists', async ({
    extension,
    bigin,
  }) => {
    const [contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
    const company = String(contact?.fields['Account_Name']);
    const page = await extension.openBigin(biginUrl(zylker, `/companies/${company}`));
    const records = tagged(bigin, [company]);
    await tick(page, [0, 1], `section.recordTable:has(#listcrux_Contacts)`);
    const popup = await openConnected(extension, page);
    await expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
    await expect(popup.getByText('The 2 records ticked in its lists are not part of it.')).toBeVisible();
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  test('the page of an activity whose module the address does not tell', async ({ extension, bigin }) => {
    const [call] = bigin.world.org(zylker)?.records.Calls ?? [];
    const records = tagged(bigin, [call?.id ?? '']);
    const page = await extension.openBigin(biginUrl(zylker, `/activities/${call?.id}`));
    const popup = await openConnected(extension, page);
    await expect(popup.getByRole('heading', { name: '1 Call selected' })).toBeVisible();
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  test('an older list that forgets its pages has the ticks of the last one', async ({ extension, bigin }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/products'));
    const rows = list.locator('[data-zcqa="listRow"]');
    for (const turn of [0, 1, 2]) {
      const first = await rows.first().getAttribute('id');
      if (turn > 0) {
        await list.locator('[data-zcqa="nextPage"]').click();
        await expect(rows.first()).not.toHaveAttribute('id', first ?? '');
      }
      await rows.nth(1).locator('input').check();
    }
    const records = tagged(bigin, [(await rows.nth(1).getAttribute('id')) ?? '']);
    const popup = await openConnected(extension, list);
    await expect(popup.getByRole('heading', { name: '1 Product selected' })).toBeVisible();
    await expect(popup.getByRole('alert')).toHaveCount(0);
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });

  test('an older list that keeps its pages to itself is told to be more than could be read', async ({
    extension,
    bigin,
  }) => {
    const list = await extension.openBigin(home('?older-keeps=on', '/products'));
    const rows = list.locator('[data-zcqa="listRow"]');
    const first = await rows.first().getAttribute('id');
    await rows.nth(1).locator('input').check();
    await list.locator('[data-zcqa="nextPage"]').click();
    await expect(rows.first()).not.toHaveAttribute('id', first ?? '');
    await rows.nth(2).locator('input').check();
    const records = tagged(bigin, [(await rows.nth(2).getAttribute('id')) ?? '']);
    const popup = await openConnected(extension, list);
    await expect(popup.getByRole('alert')).toHaveText(/2 records selected, but only 1 could be read/);
    await removeAllTags(popup);
    records.expectOnlyTheseBare();
  });
});

test.describe('all records of a view', () => {
  const selectAll = async (extension: Extension, options: string, route: string) => {
    const list = await extension.openBigin(home(options, route));
    await list.locator('#selectCheckbox').first().click();
    await list.locator('#selectAllRecords').click();
    return list;
  };

  for (const options of ['', '?overlay=off', '?view=url', '?component=off&lang=ja']) {
    test(`are read through the API, at a cost that is told first ${options}`, async ({
      extension,
      bigin,
    }) => {
      const before = allTags(bigin);
      const view = bigin.world.org(zylker)?.views.Contacts[1];
      const records = (bigin.world.org(zylker)?.records.Contacts ?? []).filter((record) =>
        view?.includes(record),
      );
      const list = await selectAll(extension, options, `/contacts?cvid=${view?.id}`);
      const popup = await openConnected(extension, list);
      await expect(popup.getByRole('alert')).toHaveText(/shows 430 records selected, but only/);
      await expect(popup.getByText('3 calls, 9 credits')).toBeVisible();
      const asked = bigin.requests.filter(({ path }) => path.endsWith('/v2/Contacts')).length;
      expect(asked).toBe(0);
      await popup.getByRole('button', { name: 'Read all 430 Contacts' }).click();
      await expect(popup.getByRole('heading', { name: '430 Contacts selected' })).toBeVisible();
      await expect(popup.getByRole('alert')).toHaveCount(0);
      await popup.getByRole('checkbox', { name: 'VIP' }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 430 records' }).click();
      await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 430 records');
      const without = Object.fromEntries(
        records.map(({ id }) => [id, (before[id] ?? []).filter((tag) => tag !== 'VIP')]),
      );
      expect(allTags(bigin)).toEqual({ ...before, ...without });
    });
  }

  test('that is another one than the page shows are not acted on', async ({ extension, bigin }) => {
    const [all, vip] = bigin.world.org(zylker)?.views.Contacts ?? [];
    const list = await selectAll(extension, '?view=url', `/contacts?cvid=${vip?.id}`);
    // The address says another view than the one whose 430 records are selected.
    await list.evaluate((cvid) => history.replaceState(null, '', `#/contacts?cvid=${cvid}`), all?.id);
    const popup = await openConnected(extension, list);
    await popup.getByRole('button', { name: 'Read all 430 Contacts' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/The view is not exactly the 430 records/);
    expect(changes(bigin)).toEqual([]);
  });

  test('are not what ticks on other pages look like, where the list’s component does not tell of them', async ({
    extension,
    bigin,
  }) => {
    const before = allTags(bigin);
    const list = await extension.openBigin(home('?component=off', '/events'));
    await list.locator('#selectCheckbox').first().click();
    await nextPage(list);
    await list.locator('#selectCheckbox').first().click();
    const popup = await openConnected(extension, list);
    await expect(popup.getByText('Did you select all 100 Events of this view?')).toBeVisible();
    await popup.getByRole('button', { name: 'Read all 100 Events' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/The view is not exactly the 100 records/);
    await popup.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(popup.getByRole('alert')).toHaveText(/100 records selected, but only/);
    expect(allTags(bigin)).toEqual(before);
  });

  test('being read are read again where the worker was stopped in the middle', async ({
    extension,
    bigin,
  }) => {
    const list = await selectAll(extension, '', '/contacts');
    const popup = await openConnected(extension, list);
    await chooseAllTags(popup);
    bigin.behaviour.latencyMs = 700;
    await popup.getByRole('button', { name: 'Read all 3,000 Contacts' }).click();
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await extension.stopWorker();
    bigin.behaviour.latencyMs = 0;
    await expect(popup.getByRole('heading', { name: '3,000 Contacts selected' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(popup.getByText('These are the records of the whole view.')).toBeVisible();
  });

  test('that nothing names are found by tag instead', async ({ extension, bigin }) => {
    const before = allTags(bigin);
    const list = await selectAll(extension, '?view=off', '/contacts');
    const popup = await openConnected(extension, list);
    await expect(popup.getByText('nor does it say which view this is')).toBeVisible();
    await popup.getByRole('button', { name: 'Remove a tag everywhere' }).first().click();
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await expect(popup.getByRole('checkbox', { name: 'VIP' })).toHaveAccessibleDescription('on 430 records');
    bigin.behaviour.latencyMs = 700;
    await popup.getByRole('button', { name: 'Find Contacts with this tag' }).click();
    await expect(
      popup.getByRole('progressbar', { name: 'Looking for Contacts with the tag “VIP”…' }),
    ).toBeVisible();
    await expect(popup.getByRole('banner')).toContainText('Zylker Trading');
    bigin.behaviour.latencyMs = 0;
    await expect(popup.getByRole('heading', { name: '430 Contacts selected' })).toBeVisible();
    await expect(popup.getByRole('checkbox', { name: 'VIP' })).toBeChecked();
    await popup.getByRole('button', { name: 'Remove 1 tag from 430 records' }).click();
    await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 430 records');
    const contacts = bigin.world.org(zylker)?.records.Contacts ?? [];
    expect(contacts.filter(({ tags }) => tags.includes('VIP'))).toEqual([]);
    const others = Object.entries(allTags(bigin)).filter(([id, tags]) => tags.length !== before[id]?.length);
    expect(others).toHaveLength(430);
  });

  test('being read outlives the popup, and can be cancelled', async ({ extension, bigin }) => {
    const list = await selectAll(extension, '', '/contacts');
    const popup = await openConnected(extension, list);
    await chooseAllTags(popup);
    bigin.behaviour.latencyMs = 700;
    await popup.getByRole('button', { name: 'Read all 3,000 Contacts' }).click();
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('progressbar')).toBeVisible();
    await again.getByRole('button', { name: 'Cancel' }).click();
    await expect(again.getByRole('alert')).toHaveText(/3,000 records selected, but only/);
    await again.getByRole('button', { name: 'Read all 3,000 Contacts' }).click();
    await again.close();
    bigin.behaviour.latencyMs = 0;
    const last = await extension.openPopup(list);
    await expect(last.getByRole('heading', { name: '3,000 Contacts selected' })).toBeVisible({
      timeout: 20_000,
    });
    await last.getByRole('button', { name: 'Back to the page’s selection' }).click();
    await expect(last.getByRole('alert')).toHaveText(/3,000 records selected, but only/);
  });
});
