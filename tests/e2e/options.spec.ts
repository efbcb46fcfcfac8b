import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import type { Extension } from './support/extension';
import { connectedPopup, dana } from './support/prepare';
import { everythingStored } from './support/what-is-kept';

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Exports the settings, and answers the file's text. */
async function exported(options: Page): Promise<string> {
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export settings' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('untag-for-bigin-settings.json');
  return readFile(await file.path(), 'utf8');
}

/** Chooses a file to import. */
async function choose(options: Page, text: string): Promise<void> {
  const chooser = options.waitForEvent('filechooser');
  await options.getByRole('button', { name: 'Import settings…' }).click();
  await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function resetAll(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Reset all settings…' }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Reset all settings' }).click();
  await expect(options.getByText('The settings are back to standard.')).toBeVisible();
}

/** What a table says, row by row. */
const rows = (table: Locator) => table.locator('tbody tr').allInnerTexts();

test.describe('the options page', () => {
  test('tells of each connection whose it is, what was granted, and whether it works', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await connectedPopup(extension);
    await popup.close();
    const options = await extension.openPage('options.html');
    const connection = options.getByRole('listitem').first();
    await expect(connection).toContainText('Zylker Trading');
    await expect(connection).toContainText('United States');
    await expect(connection).toContainText('Signed in as Dana');
    await connection.getByText('18 permissions granted').click();
    await expect(connection).toContainText('ZohoBigin.modules.contacts.WRITE');

    bigin.clock.advance(3_600_000);
    await connection.getByRole('button', { name: 'Test this connection' }).click();
    await expect(options.getByText('The connection to Zylker Trading works.')).toBeVisible();
    await expect(connection).toContainText('Token renewed');

    bigin.revokeGrant('942010964');
    await connection.getByRole('button', { name: 'Test this connection' }).click();
    await expect(options.getByRole('alert')).toHaveText(/^Bigin no longer accepts this sign-in/);
    await expect(connection).toContainText('Needs a new sign-in');
  });

  test('checks a client before anybody signs in with it', async ({ extension, bigin }) => {
    const options = await extension.setUp('server');
    const check = options.getByRole('button', { name: 'Check this client' });
    await check.click();
    await expect(options.getByText('Zoho takes this client, with this redirect URI.')).toBeVisible();

    await options.getByLabel('Client secret').fill('wrong');
    await check.click();
    await expect(options.getByRole('alert')).toHaveText(/^Zoho refused the client secret/);

    await options.getByLabel('Client secret').fill('server-secret');
    bigin.world.clients = bigin.world.clients.map((client) => ({ ...client, dataCenters: ['jp'] }));
    await options.getByLabel('Data center').selectOption('Europe');
    await check.click();
    await expect(options.getByRole('alert')).toContainText('another data center (Japan)');

    await options.getByLabel('Data center').selectOption('Japan');
    await check.click();
    await expect(options.getByText('Zoho takes this client, with this redirect URI.')).toBeVisible();

    bigin.world.clients = bigin.world.clients.map((client) => ({
      ...client,
      redirectUris: ['https://x.example/'],
    }));
    await check.click();
    await expect(options.getByRole('alert')).toHaveText(/^Zoho refused the redirect URI/);

    await options.getByLabel('Client ID').fill('1000.NOBODY');
    await check.click();
    await expect(options.getByRole('alert')).toHaveText(/^Zoho does not know this client ID/);
  });
});

test.describe('what the options are asked to do while a change is being stored', () => {
  /** The options where storing takes its time, as the last letter of the client ID is typed. */
  async function whereStoringIsSlow(extension: Extension): Promise<Page> {
    const options = await extension.setUp();
    const field = options.getByLabel('Client ID');
    await field.press('Backspace');
    const typed = await field.inputValue();
    const stored = () => options.evaluate(() => chrome.storage.local.get(null).then(JSON.stringify));
    await expect.poll(stored).toContain(`"${typed}"`);
    await options.evaluate(() => {
      const { local } = chrome.storage;
      const set: (items: object) => Promise<void> = local.set.bind(local);
      local.set = async (items: object) => {
        await new Promise((resolve) => void setTimeout(resolve, 1_000));
        await set(items);
      };
    });
    await field.press('T');
    return options;
  }

  test('is done with the client that they show: the check', async ({ extension }) => {
    const options = await whereStoringIsSlow(extension);
    await options.getByRole('button', { name: 'Check this client' }).click();
    await expect(options.getByText('Zoho takes this client, with this redirect URI.')).toBeVisible();
  });

  test('is done with the client that they show: the sign-in', async ({ extension }) => {
    const options = await whereStoringIsSlow(extension);
    await extension.answerConsent(await extension.openConsent(options, 'Connect'), dana);
    await expect(options.getByText('Connected Zylker Trading.')).toBeVisible();
  });
});

test.describe('the appearance', () => {
  test('a theme shows at once in all pages, and a page begins in it', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const history = await extension.openPage('history.html');
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(26, 29, 36)'];
    expect(await background(history)).toBe(light);
    await options.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(() => background(options)).toBe(dark);
    await expect.poll(() => background(history)).toBe(dark);

    // Before any script of the page itself has run.
    await history.route('**/chunks/**', (route) => route.abort());
    await history.reload();
    expect(await history.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await history.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');

    await options.emulateMedia({ colorScheme: 'dark' });
    await options.getByRole('radio', { name: 'Light' }).check();
    await expect.poll(() => background(options)).toBe(light);
    await options.getByRole('radio', { name: 'System' }).check();
    await expect.poll(() => background(options)).toBe(dark);
  });

  test('a language shows at once in all pages, and what was typed stays', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const guide = await extension.openPage('welcome.html');
    await guide.getByLabel('Client ID').fill('1000.TYPED');
    const days = options.locator('#removals input').nth(2);
    await days.fill('12345');
    const language = options.locator('#appearance select');
    await expect(language.getByRole('option')).toHaveText([
      'Automatic',
      'English',
      'Deutsch',
      'Français',
      'Español',
      'Português (Brasil)',
      '日本語',
      '简体中文',
      'हिन्दी',
    ]);
    await language.selectOption('Deutsch');
    // What the browser itself words follows the language, too.
    for (const page of [options, guide]) {
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(page.getByRole('option', { name: 'Vereinigte Staaten' })).toBeAttached();
    }
    await expect(guide.locator('input:not([readonly])')).toHaveValue('1000.TYPED');
    await expect(days).toHaveValue('12345');
    await language.selectOption('English');
    await expect(options.getByRole('option', { name: 'United States' })).toBeAttached();
  });
});

test('a redirect URI that the browser does not let be copied is said to be copied by hand', async ({
  extension,
}) => {
  const options = await extension.openPage('options.html');
  await options.evaluate(() => {
    const writeText = () => Promise.reject(new Error('Write permission denied.'));
    Object.defineProperty(navigator.clipboard, 'writeText', { value: writeText });
  });
  await options.getByRole('button', { name: 'Copy' }).click();
  await expect(options.getByText('The browser does not let this be copied.')).toBeVisible();
});

test.describe('the settings file', () => {
  test('brings the settings back after a reset, and holds no secret', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await popup.close();
    const options = await extension.setUp('server');
    await options.getByLabel('Data center').selectOption('Japan');
    await options.getByLabel('Keep the history for this many days').fill('90');
    await options.getByLabel('Keep the history for this many days').press('Enter');
    await expect(options.locator('#removals').getByText('Saved')).toBeVisible();
    await options.getByRole('radio', { name: 'Dark' }).check();

    const file = await exported(options);
    for (const secret of [...bigin.secrets, 'server-secret', 'Zylker', '942010964']) {
      expect(file).not.toContain(secret);
    }
    expect(JSON.stringify(await everythingStored(options))).toContain('server-secret');

    await resetAll(options);
    await expect(options.getByLabel('Data center')).toHaveValue('automatic');
    await expect(options.getByLabel('Client ID')).toHaveValue('');
    // Fewer days would delete of the history.
    await expect(options.getByLabel('Keep the history for this many days')).toHaveValue('90');
    await expect(options.getByRole('radio', { name: 'System' })).toBeChecked();
    await expect(options.getByRole('listitem')).toContainText('Zylker Trading');
    expect(JSON.stringify(await everythingStored(options))).not.toContain('server-secret');

    await choose(options, file);
    const changes = options.getByRole('region', { name: 'This file changes 4 settings' });
    await expect(changes.getByRole('heading')).toBeFocused();
    expect(await rows(changes.getByRole('table'))).toEqual([
      'Data center\tAutomatic\tJapan',
      'Client type\tPublic client (PKCE)\tServer-based client',
      'Client ID\tNone\t1000.SERVER0UNTAG0TEST0CLIENT',
      'Theme\tSystem\tDark',
    ]);
    await expect(options.getByLabel('Client ID')).toHaveValue('');
    await changes.getByRole('button', { name: 'Take these settings' }).click();
    await expect(options.getByText('The settings of the file are in place.')).toBeVisible();
    await expect(options.getByLabel('Data center')).toHaveValue('jp');
    await expect(options.getByLabel('Client ID')).toHaveValue('1000.SERVER0UNTAG0TEST0CLIENT');
    await expect(options.getByLabel('Client secret')).toHaveValue('');
    await expect(options.getByLabel('Keep the history for this many days')).toHaveValue('90');
    await expect(options.locator('html')).toHaveAttribute('data-theme', 'dark');

    await choose(options, file);
    await expect(options.getByText('This file changes no setting.')).toBeVisible();
  });

  test('leaves what was changed beside it while it was looked at', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const whole = JSON.parse(await exported(options)) as object;
    await choose(options, JSON.stringify({ ...whole, settings: { dataCenter: 'jp' } }));
    await expect(options.getByRole('region', { name: 'This file changes 1 setting' })).toBeVisible();
    await options.getByLabel('Keep the history for this many days').fill('77');
    await options.getByLabel('Keep the history for this many days').press('Enter');
    await expect(options.locator('#removals').getByText('Saved')).toBeVisible();
    await options.getByRole('button', { name: 'Take these settings' }).click();
    await expect(options.getByLabel('Data center')).toHaveValue('jp');
    await expect(options.getByLabel('Keep the history for this many days')).toHaveValue('77');
  });

  test('of another client drops the secret of the present one, and says so', async ({ extension }) => {
    const options = await extension.setUp('server');
    const file = (await exported(options)).replace('1000.SERVER0UNTAG0TEST0CLIENT', '1000.OTHER');
    await choose(options, file);
    await expect(options.getByText('The client secret that is stored here')).toBeVisible();
    await options.getByRole('button', { name: 'Leave as it is' }).click();
    await expect(options.getByLabel('Client secret')).toHaveValue('server-secret');
    await choose(options, file);
    await options.getByRole('button', { name: 'Take these settings' }).click();
    await expect(options.getByLabel('Client ID')).toHaveValue('1000.OTHER');
    await expect(options.getByLabel('Client secret')).toHaveValue('');
    expect(JSON.stringify(await everythingStored(options))).not.toContain('server-secret');
  });

  test('is refused where it is another, a newer, too large a one, or names what cannot be', async ({
    extension,
  }) => {
    const options = await extension.openPage('options.html');
    const file = await exported(options);
    const refusals: [text: string, told: RegExp][] = [
      ['no JSON at all', /^This is not a settings file/],
      ['{"format":"other","version":1,"settings":{}}', /^This is not a settings file/],
      [file.replace('"version": 1', '"version": 2'), /^This file comes from a newer version/],
      [file + ' '.repeat(200_000), /^This file is too large/],
      [
        file.replace('"keepDays": 30', '"keepDays": 0'),
        /cannot be used: Keep the history for this many days/,
      ],
    ];
    for (const [text, told] of refusals) {
      await choose(options, text);
      await expect(options.getByRole('alert')).toHaveText(told);
      await expect(options.getByRole('button', { name: 'Take these settings' })).toBeHidden();
    }
  });
});

test.describe('what the browser has the say in', () => {
  test('the keyboard shortcuts are told as they are, with the way to change them', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const worker = await extension.worker;
    const commands = await worker.evaluate(() => chrome.commands.getAll());
    const section = options.getByRole('region', { name: 'Keyboard shortcuts' });
    await expect(section.getByRole('term')).toHaveCount(commands.length);
    await expect(section.getByRole('term').first()).toHaveText('Open the popup');
    expect(await section.getByRole('definition').allTextContents()).toEqual(
      commands.map(({ shortcut }) => shortcut || 'Not set'),
    );
    const opened = extension.context.waitForEvent('page');
    await section.getByRole('button', { name: 'Change them in the browser' }).click();
    await expect(await opened).toHaveURL('chrome://extensions/shortcuts');
  });

  test('notifications are off until they are allowed', async ({ extension }) => {
    const options = await extension.openPage('options.html');
    const section = options.getByRole('region', { name: 'Notifications' });
    await expect(section.getByText('Notifications are not allowed.')).toBeVisible();
    await expect(section.getByRole('button', { name: 'Allow notifications' })).toBeEnabled();
  });
});
