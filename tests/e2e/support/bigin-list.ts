import { expect, type Page } from '@playwright/test';

export { biginUrl, zylker } from './bigin-url';

/** Where a list stands on its page; the only one unless told. */
const anywhere = 'body';

/**
 * Ticks rows of a crux list by clicking their boxes, the first row being 0; the ids of the ticked records.
 * Where several lists stand on the page, `list` selects what is around one of them.
 */
export async function tick(page: Page, rows: number[], list = anywhere): Promise<string[]> {
  const boxes = page.locator(list).locator('lyte-checkbox[id^="selectEntity_"]');
  const ids: string[] = [];
  for (const row of rows) {
    const box = boxes.nth(row);
    await box.click();
    ids.push((await box.getAttribute('id'))?.replace('selectEntity_', '') ?? '');
  }
  await expect(page.locator('[data-zcqa="clearRecords"]').first()).toBeVisible();
  return ids;
}

/** Turns to the list's next page, and waits for its rows. */
export async function nextPage(page: Page, list = anywhere): Promise<void> {
  const within = page.locator(list);
  const first = within.locator('lyte-checkbox[id^="selectEntity_"]').first();
  const before = await first.getAttribute('id');
  await within.locator('[data-zcqa="nextPage"]').click();
  await expect(first).not.toHaveAttribute('id', before ?? '');
}

/** Ticks rows of a list on three pages of it, by real clicks; the ids of the ticked records. */
export async function tickOnThreePages(
  page: Page,
  rows: [number[], number[], number[]],
  list = anywhere,
): Promise<string[]> {
  const [first, ...others] = rows;
  const ids = await tick(page, first, list);
  for (const each of others) {
    await nextPage(page, list);
    ids.push(...(await tick(page, each, list)));
  }
  return ids;
}
