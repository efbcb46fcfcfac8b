import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../scripts/run-command';
import { biginUrl, tick, zylker } from '../e2e/support/bigin-list';
import type { Extension } from '../e2e/support/extension';
import { test } from '../e2e/support/fixtures';
import { setNumber } from '../e2e/support/large-removal';
import { pasteIds, removeTag } from '../e2e/support/paste';
import { connectInOptions } from '../e2e/support/prepare';
import { openSidePanel } from '../e2e/support/side-panel';
import { nameContacts } from './contacts';
import { drawLogo, drawMarquee, drawScene, drawTile, panelWidth, windowSize } from './draw';

const imagePath = (name: string) => join(root, 'docs/store/images', `${name}.png`);
const name = 'Untag for Bigin';
const address = 'bigin.zoho.com';
const oldTags = ['Trade fair 2025', 'Old lead'];

test('choose', async ({ extension, bigin }) => {
  nameContacts(bigin);
  const { list, popup } = await chooseOldTags(extension);
  await drawScene(extension.context, imagePath('1-choose'), {
    title: 'Remove tags from many records at once',
    subtitle: 'Tick records in Bigin, see which tags they carry and on how many, choose, and off they come.',
    address,
    badge: 8,
    shots: [await shoot(list)],
    popup: await popup.locator('body').screenshot(),
  });
});

test('running', async ({ extension, bigin }) => {
  const ids = bigin.world.addRecords(zylker, 'Contacts', 5000, ['Trade fair 2025', 'VIP']);
  const shown = nameContacts(bigin);
  for (const id of shown) {
    bigin.world.setTags(zylker, 'Contacts', id, [
      'Trade fair 2025',
      ...bigin.world.tagsOf(zylker, 'Contacts', id),
    ]);
  }
  const options = await connectInOptions(extension);
  await options.getByText('For the curious').click();
  await setNumber(options, 'Records in the first calls', 100);
  await setNumber(options, 'Records in a call at most', 100);
  await setNumber(options, 'Calls at once, at first', 2);
  await setNumber(options, 'Calls at once, at most', 2);
  await options.close();
  const list = await openList(extension);
  const popup = await extension.openPopup(list);
  await popup.getByText('No record is selected').waitFor();
  await pasteIds(popup, ids);
  await expect(popup.getByRole('button', { name: /^Remove/ })).toHaveText('Remove tags');
  bigin.configure({ latencyMs: 1000 });
  await removeTag(popup, 'Trade fair 2025', ids.length);
  await expect(popup.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^[23],/);
  await drawScene(extension.context, imagePath('2-running'), {
    title: 'Thousands of records, in the background',
    subtitle: 'Close the popup, restart the browser, lose the network: it goes on where it stood.',
    address,
    shots: [await shoot(list)],
    popup: await popup.locator('body').screenshot(),
  });
});

test('result', async ({ extension, bigin }) => {
  const ids = nameContacts(bigin);
  const { list, popup } = await chooseOldTags(extension);
  bigin.world.setLocked(zylker, 'Contacts', ids[3] ?? '');
  await popup.getByRole('button', { name: /^Remove 2 tags/ }).click();
  await expect(popup.getByRole('list', { name: 'Failed records' })).toBeVisible();
  await drawScene(extension.context, imagePath('3-result'), {
    title: 'An exact account, and an undo',
    subtitle: 'What Bigin refused is listed with the reason, and can be tried again.',
    address,
    badge: 8,
    shots: [await shoot(list)],
    popup: await popup.locator('body').screenshot(),
  });
});

test('side panel', async ({ extension, bigin }) => {
  nameContacts(bigin);
  await (await connectInOptions(extension)).close();
  const list = await openList(extension, windowSize.width - panelWidth);
  const panel = await openSidePanel(extension, list);
  await panel.setViewportSize({ width: panelWidth, height: windowSize.height });
  await tick(list, [1, 7, 8, 11]);
  await panel.getByRole('checkbox', { name: 'Imported', exact: true }).check();
  await expect(panel.getByRole('button', { name: 'Remove 1 tag from 3 records' })).toBeEnabled();
  await drawScene(extension.context, imagePath('4-side-panel'), {
    title: 'A panel for a thorough clean-up',
    subtitle: 'It stays beside the list and follows what you tick, page after page.',
    address,
    shots: [await shoot(list), await shoot(panel)],
  });
});

test('history', async ({ extension, bigin }) => {
  const ids = nameContacts(bigin);
  const { popup } = await chooseOldTags(extension);
  await popup.getByRole('button', { name: /^Remove 2 tags/ }).click();
  await popup.getByRole('button', { name: 'Done' }).click();
  bigin.world.setLocked(zylker, 'Contacts', ids[2] ?? '');
  await removeTag(popup, 'Newsletter', 2);
  await expect(popup.getByRole('list', { name: 'Failed records' })).toBeVisible();
  const history = await extension.openPage('history.html');
  await history.setViewportSize(windowSize);
  await history.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await history.getByRole('button', { expanded: false }).first().click();
  await expect(history.getByRole('table')).toBeVisible();
  await drawScene(extension.context, imagePath('5-history'), {
    title: 'Every removal on record',
    subtitle: 'Search it, export it, take it back. In light and dark, and in eight languages.',
    address: `${name}: history`,
    shots: [await shoot(history)],
  });
});

test('logo', async ({ extension }) => {
  await drawLogo(extension.context, imagePath('logo-300x300'));
});

test('tiles', async ({ extension, bigin }) => {
  nameContacts(bigin);
  const { popup } = await chooseOldTags(extension);
  const words = 'Remove tags from many records at once';
  await drawTile(extension.context, imagePath('tile-440x280'), name, words);
  await drawMarquee(extension.context, imagePath('marquee-1400x560'), {
    name,
    words: `${words}: with a preview, progress, an exact account, and an undo.`,
    popup: await popup.locator('body').screenshot(),
  });
});

async function openList(extension: Extension, width = windowSize.width): Promise<Page> {
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  await list.setViewportSize({ width, height: windowSize.height });
  return list;
}

/** The page from its top, without scroll bars, which few systems show. */
async function shoot(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    // Bigin's pages take no style elements.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { scrollbar-width: none !important }');
    document.adoptedStyleSheets.push(sheet);
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0;
  });
  return page.screenshot();
}

/** Eight contacts ticked, two of their tags chosen in the popup. */
async function chooseOldTags(extension: Extension): Promise<{ list: Page; popup: Page }> {
  await (await connectInOptions(extension)).close();
  const list = await openList(extension);
  await tick(list, [0, 1, 2, 3, 4, 5, 7, 9]);
  const popup = await extension.openPopup(list);
  for (const tag of oldTags) await popup.getByRole('checkbox', { name: tag, exact: true }).check();
  await expect(popup.getByRole('button', { name: 'Remove 2 tags from 8 records' })).toBeEnabled();
  return { list, popup };
}
