import type { Page } from '@playwright/test';
import { tick } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { connectedPopup } from './support/prepare';
import { SiteAccess } from './support/site-access';
import { until } from './support/until';

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

/** A frame in the page, as mails and editors have one; resolves once it is loaded. */
async function putFrame(list: Page, attributes: Record<string, string>): Promise<void> {
  await list.evaluate(
    (given) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value);
        frame.addEventListener('load', () => resolve());
        document.querySelector('main')?.prepend(frame);
      }),
    attributes,
  );
}

/** Counts, from now on, how often the extension has the fields of a page looked at. */
async function looksAtFields(popup: Page): Promise<() => Promise<number>> {
  await popup.evaluate(() => {
    const { scripting } = chrome;
    const inject = scripting.executeScript.bind(scripting) as (injection: { files?: string[] }) => unknown;
    Object.assign(globalThis, { looks: 0 });
    const counting = (injection: { files?: string[] }) => {
      if (injection.files?.includes('/unsaved-input.js')) Object.assign(globalThis, { looks: looks() + 1 });
      return inject(injection);
    };
    const looks = () => (globalThis as unknown as { looks: number }).looks;
    Object.assign(scripting, { executeScript: counting });
  });
  return () => popup.evaluate(() => (globalThis as unknown as { looks: number }).looks);
}

/** At which heights the button “Undo” is drawn from when it comes until the page's reload is offered. */
function heightsOfUndo(popup: Page): Promise<number[]> {
  return popup.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const heights = new Set<number>();
        const isSeen = (button: HTMLElement | undefined) =>
          button?.checkVisibility({ visibilityProperty: true });
        const named = (name: string) =>
          [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
        const look = () => {
          const undo = named('Undo');
          if (undo) heights.add(undo.getBoundingClientRect().top);
          if (undo && isSeen(named('Reload the page'))) resolve([...heights]);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
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

  test('and no button moves away from under the mouse when the offer comes', async ({ extension }) => {
    const { popup } = await connectedPopup(extension);
    const heights = heightsOfUndo(popup);
    await removeVip(popup);
    expect(await heights).toHaveLength(1);
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

  test('and the question speaks the language that the user turns to meanwhile', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await typeInto(list, '<label>Note <textarea id="typed"></textarea></label>', 'call back');
    await offer(popup).click();
    await expect(popup.getByRole('alertdialog')).toContainText('The page holds input that is not saved');
    const options = await extension.openPage('options.html');
    await options.locator('#appearance select').selectOption('Deutsch');
    await expect(popup.getByRole('alertdialog')).toContainText('Die Seite enthält Eingaben');
  });

  test('and its fields are looked at, in all of its frames, only once a reload is asked for', async ({
    extension,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await putFrame(list, { srcdoc: '<label>Mail <textarea id="typed"></textarea></label>' });
    await list.frameLocator('iframe').locator('#typed').fill('Dear all');
    const looks = await looksAtFields(popup);
    await removeVip(popup);
    await expect(offer(popup)).toBeVisible();
    expect(await looks()).toBe(0);
    await offer(popup).click();
    await expect(popup.getByRole('alertdialog')).toContainText('not saved: “Mail”.');
    expect(await looks()).toBe(1);
  });

  test('and where a frame is another site’s, it says that it could not see', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await putFrame(list, { src: 'data:text/html,<textarea></textarea>' });
    await offer(popup).click();
    await expect(popup.getByRole('alertdialog')).toContainText('It could not be seen');
  });

  test('but not for a frame that nobody sees', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await removeVip(popup);
    await putFrame(list, { src: 'data:text/html,<textarea></textarea>', width: '0', height: '0' });
    await offer(popup).click();
    await expect(offer(popup)).toBeHidden();
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

  test('and is offered where the result is a line, in whose place nothing moves', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    bigin.fail({ where: { path: 'remove_tags' }, times: 1, what: { kind: 'delay', ms: 1_000 } });
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('progressbar')).toBeVisible();
    await popup.close();
    const before = await chips(list, 'VIP').count();
    await tick(list, [4]);
    await until(() =>
      bigin.requests.some(({ path, status }) => path.includes('remove_tags') && status === 200),
    );
    const again = await extension.openPopup(list);
    await expect(again.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await expect(again.getByRole('main').getByText('Removed 1 tag from 2 records')).toBeVisible();
    await offer(again).click();
    await expect(chips(list, 'VIP')).toHaveCount(before - 2);
  });

  test('and where the page is kept from the extension meanwhile, that is asked for', async ({
    extension,
  }) => {
    const { popup } = await connectedPopup(extension);
    await removeVip(popup);
    await expect(offer(popup)).toBeVisible();
    await (await SiteAccess.of(extension)).withdrawAll();
    await popup.bringToFront();
    await offer(popup).click();
    await expect(popup.getByRole('main').getByRole('button', { name: 'Allow access' })).toBeVisible();
    await expect(offer(popup)).toBeVisible();
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
