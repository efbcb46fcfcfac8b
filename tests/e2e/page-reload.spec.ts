import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { connectedPopup } from './support/prepare';

const offer = (popup: Page) => popup.getByRole('button', { name: 'Reload the page' });
/** Those of a tag that the page shows in its list. */
const chips = (list: Page, tag: string) => list.locator('.tagChip').getByText(tag, { exact: true });

/** A field of the kind that Bigin's quick forms have, with something typed in. */
async function typeInto(list: Page, html: string, text: string): Promise<void> {
  await list.evaluate(
    (markup) => document.querySelector('main')?.insertAdjacentHTML('afterbegin', markup),
    html,
  );
  await list.locator('#typed').fill(text);
}

async function removeVip(popup: Page): Promise<void> {
  await popup.getByRole('checkbox', { name: /^VIP/ }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
}

test.describe('after a job the list still shows the old tags', () => {
  test('until it is reloaded on request; the result stays, and is not offered again', async ({
    extension,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    const before = await chips(list, 'VIP').count();
    expect(before).toBeGreaterThan(1);
    await removeVip(popup);
    await expect(offer(popup)).toBeVisible();
    await expect(chips(list, 'VIP')).toHaveCount(before);
    await offer(popup).click();
    await expect(offer(popup)).toBeHidden();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    await expect(chips(list, 'VIP')).toHaveCount(before - 2);
    await expect(popup.getByText('No record is selected')).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  test('and what is typed in the page is not lost without a question', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await typeInto(list, '<label>Note <textarea id="typed"></textarea></label>', 'call back');
    await offer(popup).click();
    const question = popup.getByRole('alertdialog');
    await expect(question).toContainText('The page holds input that is not saved: “Note”.');
    await question.getByRole('button', { name: 'Back' }).click();
    await expect(list.locator('#typed')).toHaveValue('call back');
    await offer(popup).click();
    await question.getByRole('button', { name: 'Reload the page' }).click();
    await expect(offer(popup)).toBeHidden();
    await expect(list.locator('#typed')).toHaveCount(0);
  });

  test('and a search, ticked rows or what is out of sight are no reason to ask', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await list.getByRole('searchbox').fill('somebody');
    await typeInto(list, '<p><input id="typed"></p>', 'unseen');
    await list.evaluate(() => document.querySelector('#typed')?.parentElement?.setAttribute('hidden', ''));
    await offer(popup).click();
    await expect(offer(popup)).toBeHidden();
    await expect(list.getByRole('searchbox')).toHaveValue('');
  });

  test('but a tab that has gone elsewhere is left alone', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await popup.close();
    await list.goto('https://bigin.zoho.com/bigin/org20098765432/Home#/contacts');
    const again = await extension.openPopup(list);
    await expect(again.getByRole('heading').first()).toBeVisible();
    await expect(offer(again)).toHaveCount(0);
  });
});
