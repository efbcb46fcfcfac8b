import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../fake-bigin/index';
import { biginUrl, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { setNumber } from './support/large-removal';
import { tagNames } from './support/many-tags';
import { beConnected, tickThreeContacts } from './support/prepare';

/** Its size in CSS pixels, and whether all that it holds is within. */
const sizeOf = (popup: Page) =>
  popup.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const above = document.querySelector(':popover-open, dialog[open]');
    const bottom = above?.getBoundingClientRect().bottom ?? 0;
    return {
      width: innerWidth,
      isWhole: scrollWidth <= innerWidth && scrollHeight <= innerHeight + 1 && bottom <= innerHeight,
      scrolls: above !== null && above.scrollHeight > above.clientHeight,
    };
  });

/** Opens it over more tags than a low screen has room for. */
async function openOnManyTags(extension: Extension, bigin: ServedFakeBigin): Promise<void> {
  await beConnected(extension);
  const { list, ids } = await tickThreeContacts(extension);
  bigin.world.setTags(zylker, 'Contacts', ids[0] ?? '', tagNames(30));
  await extension.clickMenuItem(list);
}

const whole = { width: 380, isWhole: true, scrolls: false };

/** All of it is to be seen, the button below the tags with it. */
async function expectToFit(popup: Page): Promise<void> {
  await expect.poll(() => sizeOf(popup)).toEqual(whole);
  await expect(popup.getByRole('button', { name: 'Remove tags' })).toBeInViewport({ ratio: 1 });
}

test.describe('the popup that the toolbar opens, which is as large as its page', () => {
  test('has its own width, however narrow it begins, and room for its menu', async ({ extension }) => {
    await beConnected(extension);
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    await extension.clickMenuItem(list);
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByText('No record is selected')).toBeVisible();
      await expect.poll(() => sizeOf(popup)).toEqual(whole);
      const height = await popup.evaluate(() => innerHeight);
      await popup.getByRole('button', { name: 'More' }).click();
      await expect(popup.getByRole('button', { name: 'Report a page we misread' })).toBeVisible();
      await expect.poll(() => sizeOf(popup)).toEqual(whole);
      await popup.keyboard.press('Escape');
      await expect.poll(() => popup.evaluate(() => innerHeight)).toBe(height);
    });
  });

  test('has room for a question', async ({ extension, bigin }) => {
    const long = `${'Trade fair in Frankfurt '.repeat(4)}${'2026'.repeat(20)}`;
    await beConnected(extension);
    const options = await extension.openPage('options.html');
    await setNumber(options, 'Ask first above this many records', 2);
    await options.close();
    const { list, ids } = await tickThreeContacts(extension);
    for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, [long]);
    await extension.clickMenuItem(list);
    await extension.toolbarPopup(async (popup) => {
      await popup.getByRole('checkbox').check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('alertdialog')).toBeVisible();
      await expect.poll(() => sizeOf(popup)).toEqual(whole);
    });
  });

  test('ends where a low screen does: many tags scroll in it, above the button', async ({
    extension,
    bigin,
  }) => {
    await openOnManyTags(extension, bigin);
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      expect(await popup.evaluate(() => screen.availHeight)).toBe(600);
      await expectToFit(popup);
    });
  });

  test('fits where there is less room than there seems to be, on a zoomed page say', async ({
    extension,
    bigin,
  }) => {
    await openOnManyTags(extension, bigin);
    await extension.toolbarPopup(async (popup) => {
      await expect(popup.getByRole('checkbox').first()).toBeVisible();
      await popup.evaluate(() => document.documentElement.style.setProperty('--screen-room', '5000px'));
      await expect.poll(async () => (await sizeOf(popup)).isWhole).toBe(false);
      await expectToFit(popup);
    });
  });

  test('keeps its question where that is answered by Escape', async ({ extension }) => {
    await beConnected(extension);
    const options = await extension.openPage('options.html');
    await setNumber(options, 'Ask first above this many records', 2);
    await options.close();
    const { list } = await tickThreeContacts(extension);
    await extension.clickMenuItem(list);
    await extension.toolbarPopup(async (popup) => {
      await popup.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('alertdialog')).toBeVisible();
      // What a page does not prevent goes to the browser, which would close the popup.
      await popup.evaluate(() => {
        const prevented: boolean[] = [];
        Object.assign(globalThis, { prevented });
        addEventListener('keydown', ({ defaultPrevented }) => prevented.push(defaultPrevented));
      });
      await popup.keyboard.press('Escape');
      await expect(popup.getByRole('alertdialog')).toHaveCount(0);
      expect(
        await popup.evaluate(() => (globalThis as unknown as { prevented: boolean[] }).prevented),
      ).toEqual([true]);
      await expect(popup.getByRole('checkbox', { name: 'Trade fair 2026' })).toBeChecked();
    });
  });
});
