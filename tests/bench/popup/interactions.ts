import { expect, type Page } from '@playwright/test';
import { zylker } from '../../e2e/support/bigin-list';
import { pasteIds, removeTag } from '../../e2e/support/paste';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { Presses, watchPresses } from './presses';
import type { PopupBrowser } from './popup-browser';

/** For each kind of press, how long each of them took. */
export type Interactions = ReadonlyMap<string, readonly number[]>;

const tag = 'Trade fair 2026';

/** While a job of 10,000 records runs, and among 1,000 tags. */
export async function measureInteractions(
  bigin: ServedFakeBigin,
  browser: PopupBrowser,
): Promise<Interactions> {
  const presses = new Presses();
  await amongTags(bigin, browser, presses);
  await duringJob(bigin, browser, presses);
  return presses.all;
}

async function amongTags(bigin: ServedFakeBigin, browser: PopupBrowser, presses: Presses): Promise<void> {
  const ids = bigin.world.addRecords(zylker, 'Contacts', 200, []);
  for (const [index, id] of ids.entries()) {
    const own = Array.from({ length: 5 }, (_, at) => `Tag ${String(5 * index + at).padStart(4, '0')}`);
    bigin.world.setTags(zylker, 'Contacts', id, own);
  }
  const popup = await openWith(browser, ids);
  const boxes = popup.getByRole('checkbox');
  await boxes.first().waitFor();
  const filter = popup.getByRole('searchbox', { name: /Filter/ });
  const what = (name: string) => `1,000 tags: ${name}`;
  for (let round = 0; round < 10; round++) {
    await presses.take(popup, what('a tag is ticked'), () => boxes.nth(round % 5).click());
  }
  await boxes.first().focus();
  for (let round = 0; round < 20; round++) {
    await presses.take(popup, what('an arrow key'), () => popup.keyboard.press('ArrowDown'));
  }
  await filter.focus();
  for (const key of ['t', 'a', 'g', 'Space', '0', '9', ...Array.from({ length: 6 }, () => 'Backspace')]) {
    await presses.take(popup, what('a key in the filter'), () => popup.keyboard.press(key));
  }
  for (let round = 0; round < 5; round++) {
    for (const name of ['All', 'None']) {
      const button = popup.getByRole('button', { name, exact: true });
      await presses.take(popup, what(`the button “${name}”`), () => button.click());
    }
  }
  await popup.close();
}

async function duringJob(bigin: ServedFakeBigin, browser: PopupBrowser, presses: Presses): Promise<void> {
  const ids = bigin.world.addRecords(zylker, 'Contacts', 10_000, [tag]);
  await browser.slowDown();
  const popup = await openWith(browser, ids);
  await popup.getByRole('button', { name: 'Remove tags' }).waitFor();
  bigin.configure({ latencyMs: 300 });
  await removeTag(popup, tag, ids.length);
  const bar = popup.getByRole('progressbar');
  await bar.waitFor();
  const what = (name: string) => `A job of 10,000 runs: ${name}`;
  const more = popup.getByRole('button', { name: 'More' });
  for (let round = 0; round < 10; round++) {
    await presses.take(popup, what('the menu opens'), () => more.click());
    await presses.take(popup, what('the menu closes'), () => popup.keyboard.press('Escape'));
  }
  for (let round = 0; round < 4; round++) {
    for (const name of ['Pause', 'Resume']) {
      const button = popup.getByRole('button', { name, exact: true });
      await presses.take(popup, what('Pause and Resume'), () => button.click());
    }
  }
  const history = await browser.extension.openPage('history.html');
  await watchPresses(history);
  const entry = history.getByRole('listitem').first().locator('button[aria-expanded]');
  await entry.waitFor();
  for (let round = 0; round < 10; round++) {
    await presses.take(history, what('the history opens and closes it'), () => entry.click());
  }
  await history.close();
  await popup.bringToFront();
  await expect(bar).toBeVisible();
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await bar.waitFor({ state: 'detached' });
  await popup.close();
  bigin.configure({ latencyMs: 0 });
}

/** The popup with these records in place of the page's selection. */
async function openWith({ extension, list }: PopupBrowser, ids: readonly string[]): Promise<Page> {
  const popup = await extension.openPopup(list);
  await watchPresses(popup);
  await pasteIds(popup, ids);
  return popup;
}
