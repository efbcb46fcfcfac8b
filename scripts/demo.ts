/**
 * `npm run demo`: the main job once, by real clicks, in a real browser, on a fake Bigin. Prints what the fake's
 * API says of the records before and after, and leaves screenshots of each step in demo-output/.
 * `npm run demo -- --stay` then leaves everything open to play with.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFakeBigin } from '../tests/fake-bigin/index';
import { biginUrl, tick, zylker } from '../tests/e2e/support/bigin-list';
import { Extension } from '../tests/e2e/support/extension';
import { launch } from '../tests/e2e/support/launch';
import { printTable, recordsFromApi, unexpectedChanges } from './demo/before-and-after';
import { hasEmoji } from './demo/has-emoji';
import { Screenshots } from './demo/screenshots';
import { findChromium } from './find-chromium';
import { root, run } from './run-command';

const { values } = parseArgs({ options: { stay: { type: 'boolean', default: false } } });
const chosenTags = ['VIP', 'Überfällig'];
const signIn = { email: 'dana@zylker.example', org: 'Zylker Trading' };

const executablePath = findChromium();
if (!run('wxt', ['build'])) process.exit(1);

const bigin = await serveFakeBigin();
const hasDisplay =
  ['darwin', 'win32'].includes(process.platform) ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const browser = await launch({
  executablePath,
  extension: join(root, '.output/chrome-mv3'),
  hostResolverRules: bigin.hostResolverRules,
  headless: !hasDisplay,
  ownSignals: values.stay,
});
let succeeded = false;
try {
  succeeded = await demonstrate();
  if (values.stay) await stay();
} finally {
  await browser.close();
  await bigin.close();
}
process.exit(succeeded ? 0 : 1);

async function demonstrate(): Promise<boolean> {
  const extension = new Extension(browser);
  const shots = new Screenshots(join(root, 'demo-output'));
  const before = await recordsFromApi(bigin, zylker);

  await shots.take(await extension.setUp(), 'options');
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const ids = await tick(list, [0, 1, 2]);
  const listShot = await shots.take(list, 'list-ticked');

  const popup = await extension.openPopup(list);
  await popup.getByRole('button', { name: 'Connect to Bigin' }).waitFor();
  await shots.take(popup, 'popup-connect');
  const consent = await extension.openConsent(popup);
  await shots.take(consent, 'consent');
  await extension.answerConsent(consent, signIn);

  for (const tag of chosenTags) await popup.getByRole('checkbox', { name: tag }).check();
  const popupShot = await shots.take(popup, 'popup-chosen');
  await popup.getByRole('button', { name: /^Remove 2 tags/ }).click();
  await resultShown(popup, /^Removed/);
  await shots.take(popup, 'popup-removed');
  const after = await recordsFromApi(bigin, zylker);

  await list.reload();
  await list.locator('lyte-checkbox[id^="selectEntity_"]').first().waitFor();
  await shots.take(list, 'list-after');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await resultShown(popup, /^Restored/);
  await shots.take(popup, 'popup-restored');
  const restored = await recordsFromApi(bigin, zylker);
  await shots.compose(browser.context, listShot, popupShot, 'popup-over-list');

  printTable(ids, {
    Before: before,
    [`Without ${chosenTags.join(', ')}`]: after,
    'After the undo': restored,
  });
  const wrong = [
    ...unexpectedChanges(before, after, (id, tags) =>
      ids.includes(id) ? tags.filter((tag) => !chosenTags.includes(tag)) : tags,
    ),
    ...unexpectedChanges(before, restored, (_, tags) => tags),
  ];
  console.log(
    wrong.length === 0
      ? `\nExactly the chosen tags went from exactly the ticked records and came back; ${before.size - ids.length} other contacts kept theirs.`
      : `\nUnexpected changes:\n${wrong.join('\n')}`,
  );
  console.log(`Screenshots: ${shots.folder}`);
  if (!(await hasEmoji(list))) {
    console.log('This system has no font for emoji (Debian: fonts-noto-color-emoji): they are boxes there.');
  }
  return wrong.length === 0;
}

/** Waits for a job's result, with all that comes after it. */
async function resultShown(popup: Page, text: RegExp): Promise<void> {
  await popup.getByRole('status').filter({ hasText: text }).waitFor();
  await popup.getByRole('button', { name: 'Reload the page' }).waitFor();
}

/** Until the browser is closed, or Ctrl+C. */
async function stay(): Promise<void> {
  console.log(
    `\nEverything stays open. Sign in as ${signIn.email} with the password "bigin". Close the browser or press Ctrl+C to end.`,
  );
  console.log(`Control of the fake: https://127.0.0.1:${bigin.port}/__control/`);
  await new Promise<void>((resolve) => {
    browser.context.once('close', () => resolve());
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
