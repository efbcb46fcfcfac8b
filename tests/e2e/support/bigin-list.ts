import { expect, type Page } from '@playwright/test';

/** The address of a page of Bigin's web app; `route` is what stands behind the `#`. */
export function biginUrl(zgid: string, route: string, host = 'bigin.zoho.com'): string {
  return `https://${host}/bigin/org${zgid}/Home#${route}`;
}

/** The fake's US organization, whose first contacts are known. */
export const zylker = '942010964';

/** Ticks rows of the list view by clicking their boxes, the first row being 0; the ids of the ticked records. */
export async function tick(page: Page, rows: number[]): Promise<string[]> {
  const boxes = page.locator('lyte-checkbox[id^="selectEntity_"]');
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
export async function nextPage(page: Page): Promise<void> {
  const first = page.locator('lyte-checkbox[id^="selectEntity_"]').first();
  const before = await first.getAttribute('id');
  await page.locator('[data-zcqa="nextPage"]').click();
  await expect(first).not.toHaveAttribute('id', before ?? '');
}
