import type { Locator, Page } from '@playwright/test';
import { zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { dana, tickThreeContacts } from './support/prepare';

/** Most presses of Tab that lead to anything on a page of ours. */
const farthest = 40;

/** Goes to a control as who has no mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < farthest; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

test('the whole main job by keyboard alone: set up, connect, choose, remove, undo', async ({
  extension,
  bigin,
}) => {
  const options = await extension.openPage('options.html');
  await tabTo(options, options.getByLabel('Client ID'));
  await options.keyboard.type('1000.PUBLIC0UNTAG0TEST0CLIENT');
  await options.keyboard.press('Tab');

  const { list, ids } = await tickThreeContacts(extension);
  const tagged = (tag: string) =>
    ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes(tag)).length;
  const popup = await extension.openPopup(list);
  const opened = extension.context.waitForEvent('page');
  await press(popup, 'Connect to Bigin');
  await extension.answerConsent(await opened, dana);

  const boxes = popup.getByRole('checkbox');
  await boxes.first().waitFor();
  await popup.bringToFront();
  await tabTo(popup, boxes.first());
  await popup.keyboard.press('ArrowDown');
  await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeFocused();
  await popup.keyboard.press('Space');
  await popup.keyboard.press('End');
  await popup.keyboard.press('Space');
  await press(popup, 'Remove 2 tags from 3 records');
  await expect(popup.getByRole('status').filter({ hasText: /^Removed 2 tags from 3 records/ })).toBeVisible();
  expect(tagged('VIP')).toBe(0);

  await press(popup, 'Undo');
  await expect(popup.getByRole('status').filter({ hasText: /^Restored/ })).toBeVisible();
  expect(tagged('VIP')).toBe(2);
  await press(popup, 'Done');
  await expect(boxes.first()).toBeVisible();
});

test('the menu by keyboard: opened, walked through, and left again', async ({ extension }) => {
  const popup = await extension.openPopup((await tickThreeContacts(extension)).list);
  const more = popup.getByRole('button', { name: 'More' });
  await popup.getByRole('button', { name: 'Connect to Bigin' }).waitFor();
  await tabTo(popup, more);
  await popup.keyboard.press('Enter');
  const item = popup.getByText('Paste ids, links or CSV…');
  await expect(item).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(item).toBeHidden();
  await expect(more).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('Open in the side panel')).toBeFocused();
  for (let step = 0; step < 2; step++) await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: 'Paste records' })).toBeVisible();
});
