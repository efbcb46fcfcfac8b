import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { biginUrl, nextPage, tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { setNumber } from './support/large-removal';
import { beConnected, changes, giveTags } from './support/prepare';
import { openSidePanel } from './support/side-panel';

const boxes = 'lyte-checkbox[id^="selectEntity_"]';
const readings = (bigin: ServedFakeBigin) =>
  bigin.requests.filter(
    ({ service, path, method }) => path.endsWith('/coql') || (service === 'api' && method === 'GET'),
  );
const heading = (panel: Page, name: string) => panel.getByRole('heading', { name, exact: true });
const tag = (panel: Page, name: string) => panel.getByRole('checkbox', { name, exact: true });
const remove = (panel: Page) => panel.getByRole('button', { name: /^Remove/ });

/** A tag of its own for each of the first records. */
const names = ['VIP', 'Newsletter', 'Trade fair 2026', 'Überfällig', 'R&D', 'C++'];
const nameOf = (index: number) => names[index] ?? 'Lead';

/** A list of contacts that carry tags as told, and the panel beside it, connected. */
async function panelBeside(
  extension: Extension,
  bigin: ServedFakeBigin,
  tagsOf: (index: number) => string[] = () => ['VIP', 'Lead'],
): Promise<{ list: Page; panel: Page; ids: string[] }> {
  await beConnected(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  await list.locator(boxes).first().waitFor();
  const ids = await list
    .locator(boxes)
    .evaluateAll((all) => all.map(({ id }) => id.replace('selectEntity_', '')));
  ids.forEach((id, index) => giveTags(bigin, [id], tagsOf(index)));
  const panel = await openSidePanel(extension, list);
  await expect(panel.getByText('No record is selected.')).toBeVisible();
  bigin.requests.length = 0;
  return { list, panel, ids };
}

test('a window that stands in for the popup follows what is selected, too', async ({ extension, bigin }) => {
  await beConnected(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const ids = await tick(list, [0, 1]);
  giveTags(bigin, ids, ['VIP']);
  const standIn = await extension.openPage(`popup.html?tab=${await extension.tabId(list)}&link=&live`);
  await expect(heading(standIn, '2 Contacts selected')).toBeVisible();
  await tag(standIn, 'VIP').check();
  await list.bringToFront();
  await list.locator(boxes).nth(1).click();
  await expect(heading(standIn, '1 Contact selected')).toBeVisible();
  await expect(remove(standIn)).toHaveText('Remove 1 tag from 1 record');
  await remove(standIn).click();
  await expect(standIn.getByRole('status')).toHaveText(/^Removed 1 tag from 1 record/);
  expect(ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id))).toEqual([[], ['VIP']]);
});

test.describe('the side panel', () => {
  test('follows ticks, unticks and swaps, within a second', async ({ extension, bigin }) => {
    const { list, panel } = await panelBeside(extension, bigin, (index) => [nameOf(index), 'Lead']);
    await tick(list, [0]);
    await expect(tag(panel, nameOf(0))).toBeVisible();
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    const shown = whenHeaded(panel, '2 Contacts selected');
    const ticked = await list.evaluate((selector) => {
      document.querySelectorAll<HTMLElement>(selector)[1]?.click();
      return Date.now();
    }, boxes);
    expect((await shown) - ticked).toBeLessThan(1_000);
    await expect(tag(panel, nameOf(1))).toBeVisible();
    await list.locator(boxes).nth(0).click();
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    await expect(tag(panel, nameOf(0))).toHaveCount(0);

    // One comes, one goes, between two looks: the number stays.
    await list.evaluate((selector) => {
      const all = document.querySelectorAll<HTMLElement>(selector);
      all[1]?.click();
      all[4]?.click();
    }, boxes);
    await expect(tag(panel, nameOf(4))).toBeVisible();
    await expect(tag(panel, nameOf(1))).toHaveCount(0);
    await expect(heading(panel, '1 Contact selected')).toBeVisible();

    await list.locator('[data-zcqa="clearRecords"]').click();
    await expect(panel.getByText('No record is selected.')).toBeVisible();
    await expect(panel.getByRole('alert')).toHaveCount(0);
  });

  test('follows swaps where the page says no number, and ticks on other pages of a list', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin, (index) => [nameOf(index)]);
    await tick(list, [0]);
    await expect(tag(panel, nameOf(0))).toBeVisible();
    await nextPage(list);
    await tick(list, [3]);
    await expect(heading(panel, '2 Contacts selected')).toBeVisible();

    const plain = `https://bigin.zoho.com/bigin/org${zylker}/Home?count=off&component=off#/contacts`;
    await list.goto(plain);
    await tick(list, [2]);
    await expect(tag(panel, nameOf(2))).toBeVisible();
    await list.evaluate((selector) => {
      const all = document.querySelectorAll<HTMLElement>(selector);
      all[2]?.click();
      all[5]?.click();
    }, boxes);
    await expect(tag(panel, nameOf(5))).toBeVisible();
    await expect(tag(panel, nameOf(2))).toHaveCount(0);
  });

  test('shows the old tags, not to be removed any more, until the new ones are there; what was chosen stays chosen', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin, (index) =>
      index === 2 ? ['Lead'] : ['VIP', 'Lead'],
    );
    await tick(list, [0]);
    await tag(panel, 'VIP').check();
    await expect(remove(panel)).toHaveText('Remove 1 tag from 1 record');
    bigin.fail({ where: { path: 'coql' }, times: 1, what: { kind: 'delay', ms: 1500 } });
    await watchForGaps(panel);
    await tick(list, [1]);
    await expect(remove(panel)).toBeDisabled();
    await expect(remove(panel)).toHaveAttribute('aria-busy', 'true');
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    await expect(tag(panel, 'VIP')).toBeVisible();
    await expect(heading(panel, '2 Contacts selected')).toBeVisible();
    await expect(tag(panel, 'VIP')).toBeChecked();
    await expect(remove(panel)).toHaveText('Remove 1 tag from 2 records');
    await expect(remove(panel)).toBeEnabled();
    expect(await gaps(panel)).toBe(0);
  });

  test('has what was chosen along the way again after a look elsewhere, or in a panel that is opened anew', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    await tick(list, [0]);
    await tag(panel, 'VIP').check();
    await tick(list, [1]);
    await expect(remove(panel)).toHaveText('Remove 1 tag from 2 records');
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await panel.getByRole('button', { name: 'Back' }).click();
    await expect(tag(panel, 'VIP')).toBeChecked();
    await panel.reload();
    await expect(tag(panel, 'VIP')).toBeChecked();
    await expect(remove(panel)).toHaveText('Remove 1 tag from 2 records');
  });

  test('asks Bigin little while many rows are ticked in a row', async ({ extension, bigin }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    await tick(
      list,
      Array.from({ length: 18 }, (_, index) => index),
    );
    await expect(heading(panel, '18 Contacts selected')).toBeVisible();
    await expect(tag(panel, 'VIP')).toBeVisible();
    expect(readings(bigin).length).toBeLessThanOrEqual(4);
  });

  test('removes nothing where the selection changed in the same moment', async ({ extension, bigin }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    await tick(list, [0, 1]);
    await tag(panel, 'VIP').check();
    await expect(remove(panel)).toHaveText('Remove 1 tag from 2 records');
    await expect(remove(panel)).toBeEnabled();
    // The press comes before the panel can know of the tick: the page has no idle moment to tell it in.
    await list.evaluate((selector) => {
      const { port1, port2 } = new MessageChannel();
      const end = performance.now() + 800;
      port1.addEventListener('message', () => {
        const pause = performance.now() + 30;
        while (performance.now() < pause);
        if (performance.now() < end) port2.postMessage(undefined);
      });
      port1.start();
      document.querySelectorAll<HTMLElement>(selector)[2]?.click();
      port2.postMessage(undefined);
    }, boxes);
    await remove(panel).evaluate((button: HTMLElement) => button.click());
    await expect(heading(panel, '3 Contacts selected')).toBeVisible();
    expect(changes(bigin)).toHaveLength(0);
    await expect(remove(panel)).toHaveText('Remove 1 tag from 3 records');
    await remove(panel).click();
    await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
  });
});

test.describe('the side panel’s page', () => {
  for (const width of [280, 340, 600]) {
    test(`fills a panel ${width} pixels wide, its button at the bottom`, async ({ extension, bigin }) => {
      const { list, panel } = await panelBeside(extension, bigin);
      await panel.setViewportSize({ width, height: 640 });
      await tick(list, [0]);
      await expect(remove(panel)).toBeVisible();
      const footer = await panel.locator('footer').boundingBox();
      expect([footer?.x, footer?.width, (footer?.y ?? 0) + (footer?.height ?? 0)]).toEqual([0, width, 640]);
      const scrolls = await panel.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(scrolls).toEqual([width, 640]);
    });
  }
});

test.describe('the side panel’s tab', () => {
  test('is the one that the window shows, and what is not Bigin’s is told calmly', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    await tick(list, [0]);
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    const other = await extension.openBigin(biginUrl(zylker, '/companies'));
    await tick(other, [0, 1]);
    await expect(heading(panel, '2 Companies selected')).toBeVisible();
    await list.bringToFront();
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    await other.bringToFront();
    await expect(heading(panel, '2 Companies selected')).toBeVisible();
    await other.goto('https://accounts.zoho.com/');
    await expect(panel.getByText('This page is not part of Bigin.')).toBeVisible();
    await expect(panel.getByRole('alert')).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await other.goto(biginUrl(zylker, '/companies'));
    await expect(panel.getByText('No record is selected.')).toBeVisible();
    await tick(other, [2]);
    await expect(heading(panel, '1 Company selected')).toBeVisible();
    await other.reload();
    await expect(panel.getByText('No record is selected.')).toBeVisible();
    await tick(other, [3]);
    await expect(heading(panel, '1 Company selected')).toBeVisible();
    await other.close();
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
  });

  test('is followed from list to record and back', async ({ extension, bigin }) => {
    const { list, panel, ids } = await panelBeside(extension, bigin, (index) => [nameOf(index)]);
    await tick(list, [0, 1]);
    await expect(heading(panel, '2 Contacts selected')).toBeVisible();
    await list.evaluate((id) => (location.hash = `/contacts/${id}`), ids[5]);
    await expect(tag(panel, nameOf(5))).toBeVisible();
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    await list.evaluate(() => (location.hash = '/companies'));
    await expect(panel.getByText('No record is selected.')).toBeVisible();
    await tick(list, [0]);
    await expect(heading(panel, '1 Company selected')).toBeVisible();
  });

  test('is that of its own window alone', async ({ extension, bigin }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    await tick(list, [0]);
    await expect(heading(panel, '1 Contact selected')).toBeVisible();
    const opened = extension.context.waitForEvent('page');
    const url = biginUrl(zylker, '/contacts');
    await (await extension.worker).evaluate((address) => chrome.windows.create({ url: address }), url);
    const elsewhere = await opened;
    await tick(elsewhere, [1, 2, 3]);
    const second = await openSidePanel(extension, elsewhere);
    await expect(heading(second, '3 Contacts selected')).toBeVisible();
    await tick(list, [1]);
    await expect(heading(panel, '2 Contacts selected')).toBeVisible();
    await expect(heading(second, '3 Contacts selected')).toBeVisible();
  });
});

test.describe('from one selection to the next in the side panel', () => {
  test('takes no click more: the result gives way to a line, with its undo', async ({ extension, bigin }) => {
    const { list, panel, ids } = await panelBeside(extension, bigin);
    const [a = '', b = ''] = ids;
    await tick(list, [0]);
    await tag(panel, 'VIP').check();
    await remove(panel).click();
    await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag from 1 record/);
    await expect(panel.getByRole('button', { name: 'Done' })).toBeVisible();

    await extension.stopWorker();
    await list.locator(boxes).nth(0).click();
    await expect(panel.getByRole('button', { name: 'Done' })).toBeVisible();
    await list.locator(boxes).nth(1).click();
    await expect(tag(panel, 'VIP')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Done' })).toHaveCount(0);
    await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag from 1 record/);
    await tag(panel, 'VIP').check();
    await remove(panel).click();
    await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag from 1 record/);
    await expect.poll(() => bigin.world.tagsOf(zylker, 'Contacts', b)).toEqual(['Lead']);

    // Back to the first: its tags are as they are now, and its own result is not in the way.
    await list.locator(boxes).nth(0).click();
    await expect(heading(panel, '2 Contacts selected')).toBeVisible();
    await expect(tag(panel, 'Lead')).toBeVisible();
    await expect(tag(panel, 'VIP')).toHaveCount(0);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^Restored 1 tag on 1 record/);
    expect(bigin.world.tagsOf(zylker, 'Contacts', b).toSorted()).toEqual(['Lead', 'VIP']);
    expect(bigin.world.tagsOf(zylker, 'Contacts', a)).toEqual(['Lead']);
    await expect(tag(panel, 'VIP')).toHaveAccessibleDescription('on 1 of 2 records');
  });

  test('tells each thing of a result in a line of its own', async ({ extension, bigin }) => {
    const { list, panel, ids } = await panelBeside(extension, bigin);
    bigin.world.setLocked(zylker, 'Contacts', ids[0] ?? '');
    await tick(list, [0, 1]);
    await expect(tag(panel, 'VIP')).toHaveAccessibleDescription('on 2 of 2 records');
    await tag(panel, 'VIP').check();
    await remove(panel).click();
    await expect(panel.getByRole('list', { name: 'Failed records' })).toBeVisible();
    await tick(list, [2]);
    await expect(heading(panel, '3 Contacts selected')).toBeVisible();
    const lines = panel.getByRole('main').getByRole('paragraph');
    const removed = lines.getByText('Removed 1 tag from 1 record', { exact: true });
    const failed = lines.getByText('1 record could not be changed', { exact: true });
    const [above, below] = [await removed.boundingBox(), await failed.boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? Infinity) + (above?.height ?? Infinity));
    await panel.getByRole('button', { name: 'Details' }).click();
    await expect(panel.getByRole('list', { name: 'Failed records' })).toBeVisible();
  });

  test('still offers to reload the page, and asks before what is typed there is lost', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    const offer = panel.getByRole('main').getByRole('button', { name: 'Reload the page' });
    const goOn = async (index: number) => {
      await tag(panel, 'VIP').check();
      await remove(panel).click();
      await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag/);
      await tick(list, [index]);
      await expect(panel.getByRole('button', { name: 'Done' })).toHaveCount(0);
      await expect(offer).toBeVisible();
    };
    await tick(list, [0]);
    await goOn(1);
    await list.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('afterbegin', '<label>Note <textarea id="typed"></textarea></label>');
    });
    await list.locator('#typed').fill('call back');
    await offer.click();
    const question = panel.getByRole('alertdialog');
    await expect(question).toContainText('The page holds input that is not saved: “Note”.');
    await question.getByRole('button', { name: 'Back' }).click();
    await expect(list.locator('#typed')).toHaveValue('call back');
    await offer.click();
    await question.getByRole('button', { name: 'Reload the page' }).click();
    await expect(list.locator('#typed')).toHaveCount(0);
    await expect(offer).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();

    // Who reloads it by hand is not asked to do so again.
    await tick(list, [2]);
    await goOn(3);
    await list.reload();
    await expect(offer).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  test('shows a job that runs, also from another tab, and does not wait for Done', async ({
    extension,
    bigin,
  }) => {
    const { list, panel } = await panelBeside(extension, bigin);
    const options = await extension.openPage('options.html');
    await options.getByText('For the curious').click();
    await setNumber(options, 'Records in the first calls', 1);
    await setNumber(options, 'Records in a call at most', 1);
    await setNumber(options, 'Calls at once, at first', 1);
    await setNumber(options, 'Calls at once, at most', 1);
    await options.close();
    await list.bringToFront();
    await tick(list, [0, 1, 2, 3, 4, 5]);
    await expect(heading(panel, '6 Contacts selected')).toBeVisible();
    await tag(panel, 'VIP').check();
    bigin.configure({ latencyMs: 1_000 });
    await remove(panel).click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    const other = await extension.openBigin(biginUrl(zylker, '/companies'));
    await expect(panel.getByText('A job is under way in another tab.')).toBeVisible();
    await panel.getByRole('button', { name: 'Show' }).click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await expect(panel.getByText('A job is under way in another tab.')).toHaveCount(0);
    bigin.configure({ latencyMs: 0 });
    await tick(list, [6]);
    await expect(heading(panel, '7 Contacts selected')).toBeVisible();
    await expect(panel.getByRole('status')).toHaveText(/^Removed 1 tag from 6 records/);
    await expect(tag(panel, 'VIP')).toHaveAccessibleDescription('on 1 of 7 records');
    await other.close();
  });
});

/** The time when the panel comes to show a heading. */
function whenHeaded(panel: Page, name: string): Promise<number> {
  return panel.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        new MutationObserver(() => {
          if (document.querySelector('h1')?.textContent === wanted) resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    name,
  );
}

/** Counts the moments in which the panel shows neither a heading of a selection nor a tag. */
async function watchForGaps(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    const seen = { gaps: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const hasHeading = document.querySelector('h1')?.textContent.includes('selected') === true;
      if (!hasHeading || !document.querySelector('input[type="checkbox"]')) seen.gaps++;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function gaps(panel: Page): Promise<number> {
  return panel.evaluate(() => (globalThis as unknown as { seen: { gaps: number } }).seen.gaps);
}
