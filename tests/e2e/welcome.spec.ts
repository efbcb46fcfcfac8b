import type { Page } from '@playwright/test';
import { findFaults } from './support/axe';
import { biginUrl, tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { allTags, changes, connectedPopup, dana } from './support/prepare';

test.use({ keepWelcome: true });

/** The page that opened by itself at the installation. */
function openedGuide(extension: Extension): Page {
  const guide = extension.context.pages().find((page) => page.url().endsWith('/welcome.html'));
  if (!guide) throw new Error('No set-up guide opened');
  return guide;
}

const current = (guide: Page) => guide.locator('li[aria-current="step"]').getByRole('heading', { level: 2 });

test.describe('the set-up guide', () => {
  test('leads a new user from the installation to a preview, and changes nothing', async ({
    extension,
    bigin,
  }) => {
    const before = allTags(bigin);
    const guide = openedGuide(extension);
    await expect(guide.getByRole('heading', { level: 1 })).toHaveText('Set-up guide');
    await expect(current(guide)).toHaveText('Register an OAuth client');

    await guide.getByRole('button', { name: 'Copy' }).click();
    await expect(guide.getByRole('status').getByText('Copied')).toBeVisible();
    await expect(guide.getByRole('status').getByText('Copied')).toHaveCount(0);
    await guide.getByLabel('Client type').selectOption('Public client (PKCE)');
    await guide.getByLabel('Client ID').fill('1000.PUBLIC0UNTAG0TEST0CLIENT');
    await guide.getByRole('button', { name: 'Check this client' }).click();
    await expect(guide.getByText('Zoho takes this client, with this redirect URI.')).toBeVisible();
    await expect(current(guide)).toHaveText('Connect your organization');
    await expect(guide.getByText('2 of 4 steps are done. Next: Connect your organization')).toBeAttached();

    await extension.answerConsent(await extension.openConsent(guide), dana);
    await expect(guide.getByText('Connected Zylker Trading.')).toBeVisible();
    await expect(current(guide)).toHaveText('Try it, without changing anything');

    const opened = extension.context.waitForEvent('page');
    await guide.getByRole('button', { name: 'Open Bigin' }).click();
    const list = await opened;
    await expect(list).toHaveURL(biginUrl(zylker, '/contacts'));
    await guide.bringToFront();
    await expect(guide.getByText('Nothing is ticked in Bigin yet.')).toBeVisible();

    await list.bringToFront();
    await tick(list, [0, 1, 2]);
    await guide.bringToFront();
    const preview = guide.getByRole('region', { name: '3 Contacts selected' });
    const tag = (name: string) => preview.getByRole('listitem').filter({ hasText: name });
    await expect(tag('VIP')).toContainText('on 2 of 3 records');
    await expect(tag('Trade fair 2026')).toContainText('on 3 of 3 records');
    await expect(guide.getByText('This is a preview: no tag is removed here')).toBeVisible();
    await expect(guide.getByText('All steps are done.')).toBeAttached();
    await expect(guide.getByText('press this button in the browser’s toolbar')).toBeVisible();
    await expect(guide.getByRole('checkbox')).toHaveCount(0);

    await list.bringToFront();
    await tick(list, [3]);
    await guide.bringToFront();
    await expect(guide.getByRole('region', { name: '4 Contacts selected' })).toBeVisible();

    expect(changes(bigin)).toEqual([]);
    expect(allTags(bigin)).toEqual(before);
  });

  test('says of every permission that the extension asks for why it needs it', async ({ extension }) => {
    const guide = openedGuide(extension);
    const asked = await guide.evaluate(() => {
      const { permissions = [], optional_permissions: optional = [] } = chrome.runtime.getManifest();
      return [...permissions, ...optional];
    });
    await expect(guide.getByRole('term').first()).toBeVisible();
    const names = await guide.getByRole('term').locator('code:not(li *)').allTextContents();
    for (const name of asked) expect(names).toContain(name);
    expect(names).toContain('bigin.zoho.com and 8 more');
    expect(names).toContain('accounts.zoho.com and 8 more');
    expect(names).toContain('www.zohoapis.com and 8 more');
    // Hosts are told in three rows, and none is left over.
    expect(names).toHaveLength(asked.length + 3);
    for (const reason of await guide.getByRole('definition').allTextContents()) expect(reason).not.toBe('');
  });

  test('names every host that the extension may reach, to whoever wants to know', async ({ extension }) => {
    const guide = openedGuide(extension);
    const patterns = await guide.evaluate(() => chrome.runtime.getManifest().host_permissions ?? []);
    const more = guide.getByText(/ and 8 more$/);
    await expect(more).toHaveCount(3);
    await expect(guide.getByText('bigin.zoho.jp')).toBeHidden();
    for (const each of await more.all()) await each.click();
    await expect(guide.getByText('bigin.zoho.jp')).toBeVisible();
    const shown = await guide.getByRole('term').getByRole('listitem').allInnerTexts();
    const first = ['bigin.zoho.com', 'accounts.zoho.com', 'www.zohoapis.com'];
    const hosts = patterns.map((pattern: string) => new URL(pattern).host);
    expect([...first, ...shown].toSorted()).toEqual(hosts.toSorted());
    expect(await findFaults(guide)).toEqual([]);
  });

  test('goes on where the user stands who comes back to it', async ({ extension }) => {
    await openedGuide(extension).close();
    const { popup } = await connectedPopup(extension);
    await popup.close();
    const options = await extension.openPage('options.html');
    await options.getByRole('link', { name: 'Set-up guide' }).click();
    await expect(current(options)).toHaveText('Try it, without changing anything');
    await expect(options.getByText('Connected Zylker Trading.')).toBeVisible();
    await expect(options.getByLabel('Client ID')).toBeHidden();
    await options.getByText('Change the client').click();
    await expect(options.getByLabel('Client ID')).toHaveValue(/^1000\.PUBLIC/);
  });

  test('that lies open unread looks at no tab of Bigin’s', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await popup.close();
    const guide = openedGuide(extension);
    await expect(guide.getByText('Connected Zylker Trading.')).toBeVisible();
    const calls = bigin.requests.length;
    await guide.waitForTimeout(3_000);
    expect(bigin.requests).toHaveLength(calls);
    await expect(guide.getByRole('region')).toHaveCount(0);
  });

  test('can be gone through by keyboard, in a narrow window', async ({ extension }) => {
    const guide = openedGuide(extension);
    await guide.setViewportSize({ width: 320, height: 640 });
    await guide.getByRole('link', { name: 'Set-up guide' }).focus();
    // Past the lists of hosts, each of which opens.
    for (const hosts of await guide.locator('summary').all()) {
      await guide.keyboard.press('Tab');
      await expect(hosts).toBeFocused();
    }
    await guide.keyboard.press('Tab');
    await expect(guide.getByLabel('Data center')).toBeFocused();
    await guide.getByLabel('Client ID').focus();
    await guide.keyboard.type('1000.PUBLIC0UNTAG0TEST0CLIENT');
    await guide.keyboard.press('Tab');
    await expect(guide.getByRole('button', { name: 'Check this client' })).toBeFocused();
    await guide.keyboard.press('Enter');
    await expect(guide.getByText('Zoho takes this client, with this redirect URI.')).toBeVisible();
    const overflow = await guide.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
