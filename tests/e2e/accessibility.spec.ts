import type { Page } from '@playwright/test';
import { findFaults, findFaultsOfColor } from './support/axe';
import { expect, test } from './support/fixtures';
import { connectedPopup } from './support/prepare';
import { speak } from './support/speak';
import { states } from './states/index';

test.describe('axe finds nothing to complain of, in light and in dark, and nothing is cut off at 320 pixels', () => {
  for (const { name, reach } of states) {
    test(name, async ({ extension, bigin }) => {
      const page = await reach(extension, bigin);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect(await findFaults(page), 'in light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findFaultsOfColor(page), 'in dark').toEqual([]);
      await page.setViewportSize({ width: 320, height: 600 });
      for (const direction of ['rtl', 'ltr']) {
        // Pages take a moment to be laid out anew.
        await expect.poll(() => cutOff(page, direction), direction).toEqual([]);
      }
      // Its words are the longest.
      await speak(extension, page, 'de');
      await expect.poll(() => cutOff(page, 'ltr'), 'in German').toEqual([]);
    });
  }
});

test('in forced colors, axe finds nothing either, and what is chosen is outlined', async ({ extension }) => {
  const { popup } = await connectedPopup(extension);
  await popup.emulateMedia({ forcedColors: 'active' });
  await popup.getByRole('checkbox', { name: 'VIP', exact: true }).click();
  const outlineOf = (name: string) =>
    popup
      .locator('[class*=row]', { has: popup.getByRole('checkbox', { name, exact: true }) })
      .last()
      .evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(await outlineOf('VIP')).toBe('solid');
  expect(await outlineOf('Trade fair 2026')).toBe('none');
  expect(await findFaults(popup)).toEqual([]);
});

/** What has parts outside of itself, in a direction of writing: the page, or what scrolls within it. */
function cutOff(page: Page, direction: string): Promise<string[]> {
  return page.evaluate((dir) => {
    document.documentElement.dir = dir;
    const scrollers = [...document.querySelectorAll('body *')].filter((element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX),
    );
    return [document.documentElement, ...scrollers].flatMap(({ localName, scrollWidth, clientWidth }) =>
      scrollWidth > clientWidth ? [`${localName}: ${scrollWidth - clientWidth} pixels`] : [],
    );
  }, direction);
}
