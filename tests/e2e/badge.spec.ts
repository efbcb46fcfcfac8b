import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/run-command';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { ageJobs } from './support/age-jobs';
import { biginUrl, nextPage, tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { beginLargeRemoval, withoutOldTag } from './support/large-removal';
import { install } from './support/launch';
import { connectedPopup } from './support/prepare';
import { until } from './support/until';

/** Waits until the toolbar button shows a text on a tab. */
async function expectBadge(extension: Extension, tab: Page, text: string): Promise<void> {
  await expect.poll(async () => (await extension.button(tab)).badge, { timeout: 5_000 }).toBe(text);
}

/** The percentage on the button, once its words, which are set just before, tell the same; empty where there is none. */
async function percentageOf2000(extension: Extension, tab: Page): Promise<string> {
  let percentage = '';
  await expect(async () => {
    const { badge, title } = await extension.button(tab);
    if (badge) {
      const [, settled = '', total] = /: ([\d,]+) of ([\d,]+) records done$/.exec(title) ?? [];
      expect(total).toBe('2,000');
      expect(badge).toBe(`${Number(settled.replace(',', '')) / 20}%`);
    }
    percentage = badge;
  }).toPass({ intervals: [20], timeout: 2_000 });
  return percentage;
}

/** Puts the content script into a page once more, as is done where it does not answer. */
async function addContentScript(extension: Extension, tab: Page): Promise<void> {
  const tabId = await extension.tabId(tab);
  const worker = await extension.worker;
  await worker.evaluate(
    (id) => chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/bigin.js'] }),
    tabId,
  );
}

/** Goes on within the web app, as its own links do. */
async function goTo(tab: Page, route: string): Promise<void> {
  await tab.evaluate((hash) => (location.hash = hash), route);
}

const boxes = 'lyte-checkbox[id^="selectEntity_"]';

test.describe('the number on the toolbar button', () => {
  test('follows what is ticked, over the pages of a list', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await expectBadge(extension, list, '');
    await tick(list, [0, 1, 2]);
    await expectBadge(extension, list, '3');
    await list.locator(boxes).first().click();
    await expectBadge(extension, list, '2');
    await nextPage(list);
    await expectBadge(extension, list, '2');
    await tick(list, [4]);
    await expectBadge(extension, list, '3');
  });

  test('is that of the whole view where all of it is selected, and goes with the selection', async ({
    extension,
  }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await list.locator('#selectCheckbox').click();
    await expectBadge(extension, list, '50');
    await list.locator('#selectAllRecords').click();
    await expectBadge(extension, list, '3000');
    await list.locator('[data-zcqa="clearRecords"]').click();
    await expectBadge(extension, list, '');
  });

  test('is counted from the rows where the page does not tell it', async ({ extension }) => {
    const url = `https://bigin.zoho.com/bigin/org${zylker}/Home?count=off&component=off#/contacts`;
    const list = await extension.openBigin(url);
    await tick(list, [0, 3]);
    await expectBadge(extension, list, '2');
    await list.locator(boxes).first().click();
    await expectBadge(extension, list, '1');
  });

  test('changes where the page changes the selection by itself', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0, 1]);
    await expectBadge(extension, list, '2');
    // Long after the last event that was the user's doing.
    await list.waitForTimeout(5_000);
    await list.locator('crux-list-view').evaluate((view) => {
      (view as unknown as { clearSelection: () => void }).clearSelection();
    });
    await expectBadge(extension, list, '');
    await tick(list, [0]);
    await expectBadge(extension, list, '1');
    await list.waitForTimeout(5_000);
    await list.locator('#content').evaluate((content) => content.replaceChildren());
    await expectBadge(extension, list, '');
  });

  test('goes on a page without a list, and comes back with a selection', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0, 1]);
    await expectBadge(extension, list, '2');
    await goTo(list, '/settings');
    await expectBadge(extension, list, '');
    await goTo(list, '/companies');
    await tick(list, [0]);
    await expectBadge(extension, list, '1');
  });

  test('is not there on a record’s page, whatever is ticked in its related lists', async ({
    extension,
    bigin,
  }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0, 1]);
    await expectBadge(extension, list, '2');
    const [contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
    await goTo(list, `/contacts/${contact?.id}?section=deals`);
    await expectBadge(extension, list, '');
    await list.locator('.relatedLists').locator(boxes).first().click();
    await expect(list.locator('[data-zcqa="clearRecords"]')).toBeVisible();
    await list.waitForTimeout(1_500);
    await expectBadge(extension, list, '');
  });

  test('counts cards of a board in bulk mode', async ({ extension }) => {
    const board = await extension.openBigin(biginUrl(zylker, '/deals/kanban'));
    await board.locator('[data-zcqa="bulkMode"]').click();
    const cards = board.locator('lyte-card lyte-checkbox');
    await cards.nth(0).click();
    await cards.nth(1).click();
    await expectBadge(extension, board, '2');
    await board.locator('[data-zcqa="bulkMode"]').click();
    await expectBadge(extension, board, '');
  });

  for (const count of ['on', 'off']) {
    test(`counts rows of an older list, its own count ${count}`, async ({ extension }) => {
      const list = await extension.openBigin(
        `https://bigin.zoho.com/bigin/org${zylker}/Home?count=${count}#/products`,
      );
      const rows = list.locator('tbody input[type="checkbox"]');
      await rows.nth(0).check();
      await rows.nth(3).check();
      await expectBadge(extension, list, '2');
      await rows.nth(0).uncheck();
      await expectBadge(extension, list, '1');
      await list.locator('[data-zcqa="nextPage"]').click();
      await expectBadge(extension, list, '');
    });
  }

  test('adds up the lists of a search', async ({ extension }) => {
    const results = await extension.openBigin(biginUrl(zylker, '/search?word=a'));
    const boxOf = (module: string) => results.locator(`[cx-prop-module="${module}"] ${boxes}`);
    await boxOf('Accounts').nth(0).click();
    await boxOf('Accounts').nth(1).click();
    await boxOf('Contacts').nth(0).click();
    await expectBadge(extension, results, '3');
  });

  test('is of each tab its own, and of Bigin’s alone', async ({ extension }) => {
    const one = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(one, [0]);
    const other = await extension.openBigin(biginUrl(zylker, '/companies'));
    await tick(other, [0, 1]);
    await expectBadge(extension, one, '1');
    await expectBadge(extension, other, '2');
    const elsewhere = await extension.openBigin('https://accounts.zoho.com/');
    await elsewhere.setContent(
      `<span>7 selected</span><button data-zcqa="clearRecords">Clear</button>
      <table><tbody><tr id="7618134000000632028"><td><input type="checkbox"></td></tr></tbody></table>`,
    );
    await elsewhere.locator('input').check();
    await elsewhere.waitForTimeout(1_500);
    await expectBadge(extension, elsewhere, '');
  });

  test('is there again after the page was left and gone back to', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await tick(list, [0, 1]);
    await expectBadge(extension, list, '2');
    await list.goto('https://accounts.zoho.com/');
    await expectBadge(extension, list, '');
    await list.goBack();
    await expect(list.locator(boxes).first()).toBeVisible();
    const ticked = await list.locator('.cxLvTableRowSelected').count();
    await expectBadge(extension, list, ticked === 0 ? '' : '2');
  });

  test('is told by the page’s newest content script alone', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const worker = await extension.worker;
    await worker.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      chrome.runtime.onMessage.addListener((message) => void heard.push(message));
    });
    await addContentScript(extension, list);
    await addContentScript(extension, list);
    await tick(list, [0]);
    await expectBadge(extension, list, '1');
    const heard = await worker.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
    expect(heard).toEqual([expect.objectContaining({ type: 'selectionCount', data: { count: 1 } })]);
  });

  test('is told again, and nothing else said, on a page of before the extension was reloaded', async ({
    extension,
  }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const complaints: string[] = [];
    list.on('pageerror', ({ message }) => complaints.push(message));
    list.on('console', (message) => complaints.push(message.text()));
    await tick(list, [0]);
    await expectBadge(extension, list, '1');
    const stopped = (await extension.worker).waitForEvent('close');
    await install(extension.context, join(root, '.output/chrome-mv3'));
    await stopped;
    await tick(list, [1]);
    await list.waitForTimeout(1_000);
    await addContentScript(extension, list);
    await expectBadge(extension, list, '2');
    await tick(list, [2]);
    await expectBadge(extension, list, '3');
    expect(complaints).toEqual([]);
  });
});

test.describe('the toolbar button, while a job of its tab is under way', () => {
  test('shows how far it is, says so in words, and then the number again', async ({ extension, bigin }) => {
    const { list, popup, ids } = await beginLargeRemoval(extension, bigin, 2_000);
    await popup.close();
    const seen = new Set<string>();
    const look = async () => {
      const percentage = await percentageOf2000(extension, list);
      seen.add(percentage);
      return percentage;
    };
    await expect.poll(look, { intervals: [100], timeout: 30_000 }).toBe('');
    expect(seen.size).toBeGreaterThan(4);
    expect(withoutOldTag(bigin, ids)).toBe(ids.length);
    await tick(list, [0, 1]);
    await expectBadge(extension, list, '2');
    expect((await extension.button(list)).title).toBe('Untag for Bigin: 2 records selected');
  });

  test('calls for the user where a sign-in is needed, whatever becomes of worker and page', async ({
    extension,
    bigin,
  }) => {
    const { list, popup, ids } = await beginLargeRemoval(extension, bigin, 5_000);
    await popup.close();
    await until(() => withoutOldTag(bigin, ids) > 0);
    bigin.revokeGrant(zylker);
    await expectBadge(extension, list, '!');
    await extension.stopWorker();
    await list.reload();
    await expect(list.locator(boxes).first()).toBeVisible();
    await expectBadge(extension, list, '!');
    expect((await extension.button(list)).title).toMatch(/: waits until you have signed in\./);
    await tick(list, [0]);
    await list.waitForTimeout(500);
    await expectBadge(extension, list, '!');

    const again = await extension.openPopup(list);
    await expect(again.getByRole('button', { name: 'Connect to Bigin' })).toBeVisible();
    await expectBadge(extension, list, '1');
  });
});

/** A removal of which one record failed after the popup was closed. */
async function failedUnseen(extension: Extension, bigin: ServedFakeBigin): Promise<Page> {
  const { list, popup, ids } = await connectedPopup(extension);
  await expectBadge(extension, list, '3');
  bigin.world.setLocked(zylker, 'Contacts', ids[0] ?? '');
  bigin.fail({ where: { path: 'remove_tags' }, times: 1, what: { kind: 'delay', ms: 1_000 } });
  await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
  await expect(popup.getByRole('progressbar')).toBeVisible();
  await popup.close();
  await expectBadge(extension, list, '!');
  expect((await extension.button(list)).title).toMatch(/: 1 record could not be changed\./);
  return list;
}

const failure = (page: Page) =>
  page.getByRole('main').getByText('1 record could not be changed', { exact: true });
const failedRecords = (page: Page) => page.getByRole('list', { name: 'Failed records' });

test.describe('the toolbar button calls for the user where records failed, until they have looked', () => {
  test('with the same records ticked', async ({ extension, bigin }) => {
    const list = await failedUnseen(extension, bigin);
    const popup = await extension.openPopup(list);
    await expect(failedRecords(popup)).toBeVisible();
    await expectBadge(extension, list, '3');
  });

  test('be it an hour later', async ({ extension, bigin }) => {
    const list = await failedUnseen(extension, bigin);
    await ageJobs(extension, 3_600_000);
    const popup = await extension.openPopup(list);
    await expect(failedRecords(popup)).toBeVisible();
    await expectBadge(extension, list, '3');
    await expect(popup.getByRole('button', { name: 'Retry failed' })).toBeVisible();
  });

  test('with other records ticked, in a line that leads to the whole result', async ({
    extension,
    bigin,
  }) => {
    const list = await failedUnseen(extension, bigin);
    await ageJobs(extension, 3_600_000);
    await tick(list, [3]);
    await expectBadge(extension, list, '!');
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await expect(failure(popup)).toBeVisible();
    await expect(popup.getByRole('status')).toContainText('1 record could not be changed');
    await expect(popup.getByRole('checkbox', { name: 'VIP', exact: true })).toBeVisible();
    await expectBadge(extension, list, '4');
    await popup.getByRole('button', { name: 'Details' }).click();
    await expect(failedRecords(popup)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Retry failed' })).toBeVisible();

    // What did not go well is still at hand for a while, until the user is done with it.
    await popup.reload();
    await popup.getByRole('button', { name: 'Details' }).click();
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('checkbox', { name: 'VIP', exact: true })).toBeVisible();
    await expect(failure(popup)).toHaveCount(0);
  });

  test('also in a popup for a link, where it can be undone', async ({ extension, bigin }) => {
    const list = await failedUnseen(extension, bigin);
    const [, , , , contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
    const popup = await extension.openPopup(list, biginUrl(zylker, `/contacts/${contact?.id}`));
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    await expect(failure(popup)).toBeVisible();
    await expectBadge(extension, list, '3');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Restored 1 tag on 2 records/);
  });

  test('in its entry in the history, once that is opened', async ({ extension, bigin }) => {
    const list = await failedUnseen(extension, bigin);
    const history = await extension.openPage('history.html');
    await expect(history.getByText('1 failed')).toBeVisible();
    await expectBadge(extension, list, '!');
    await history.getByRole('button', { name: /^Remove 1 tag from 3 Contacts/ }).click();
    await expectBadge(extension, list, '3');
  });
});
