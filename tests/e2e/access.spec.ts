import type { Page } from '@playwright/test';
import { dataCenterIds, hostsOf } from '@/lib/bigin/data-centers';
import { tick, biginUrl, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { connectedPopup, connectInOptions } from './support/prepare';
import { SiteAccess } from './support/site-access';

const api = 'www.zohoapis.com';

/** All that the extension may reach, told in short. */
const everyHost = `bigin.zoho.com and ${dataCenterIds.flatMap(hostsOf).length - 1} more`;

/** The popup of a list of three ticked contacts, whose organization is connected. */
async function popupOfThree(extension: Extension): Promise<{ ids: string[]; popup: Page }> {
  await connectInOptions(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const ids = await tick(list, [0, 1, 2]);
  return { ids, popup: await extension.openPopup(list) };
}

test.describe('where the user takes back what the extension may reach', () => {
  test('all of it: the popup says so, and goes on by itself once it is allowed', async ({ extension }) => {
    const { popup } = await popupOfThree(extension);
    await expect(popup.getByRole('checkbox').first()).toBeVisible();
    const access = await SiteAccess.of(extension);
    await access.withdrawAll();
    await popup.reload();
    await expect(popup.getByRole('alert')).toHaveText(
      `The browser does not let this extension see ${everyHost}. ` +
        'If this page is one of Bigin’s, allow access; else open a list or a record in Bigin.',
    );
    await expect(popup.getByRole('button', { name: 'Allow access' })).toBeEnabled();
    await access.allow('bigin.zoho.com');
    await expect(popup.getByRole('alert')).toHaveText(
      `The browser does not let this extension reach accounts.zoho.com, ${api}, which it needs here. ` +
        'Allow access to go on.',
    );
    await access.allow('accounts.zoho.com');
    await access.allow(api);
    await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
    await expect(popup.getByRole('checkbox').first()).toBeVisible();
  });

  test('the servers, with the preview at hand: the removal waits, and is done once they are allowed', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids, list } = await connectedPopup(extension);
    const access = await SiteAccess.of(extension);
    await popup.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
    await access.withdrawAll();
    await access.allow('bigin.zoho.com');
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect(popup.getByRole('alert')).toHaveText(
      `The browser does not let this extension reach accounts.zoho.com, ${api}. ` +
        'The job goes on by itself once you have allowed access.',
    );
    await expect(popup.getByRole('button', { name: 'Allow access' })).toBeEnabled();
    await popup.close();
    const history = await extension.openPage('history.html');
    const entry = history.getByRole('listitem').filter({ hasText: 'Remove 1 tag' });
    await expect(entry).toContainText(`reach accounts.zoho.com, ${api}.`);
    await expect(history.getByRole('button', { name: 'Allow access' })).toBeEnabled();
    expect(bigin.tagChanges).toEqual([]);

    await access.allow('accounts.zoho.com');
    await access.allow(api);
    await expect(entry).toContainText('3 records changed');
    expect(bigin.tagChanges.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await expect.poll(async () => (await extension.button(list)).badge).toBe('3');
  });

  test('in the options, the set-up guide and a sign-in', async ({ extension, bigin }) => {
    const options = await extension.setUp();
    const guide = await extension.openPage('welcome.html');
    await expect(guide.getByText('Done. This is what the browser lets it do')).toBeVisible();
    const access = await SiteAccess.of(extension);
    await access.withdrawAll();
    const missing = `The browser does not let this extension reach ${everyHost}, which it needs here.`;
    for (const page of [options, guide]) {
      await expect(page.getByRole('alert')).toContainText(missing);
      await expect(page.getByRole('button', { name: 'Allow access' })).toBeEnabled();
    }
    await expect(guide.getByText('Done. This is what the browser lets it do')).toBeHidden();
    await options.getByRole('button', { name: 'Check this client' }).click();
    await expect(options.getByRole('alert').nth(1)).toHaveText(
      `The browser does not let this extension reach bigin.zoho.com, accounts.zoho.com, ${api}, ` +
        'which it needs here. Allow access to go on.Allow access',
    );
    expect(bigin.requests).toEqual([]);
    await access.allowAll();
    await expect(guide.getByRole('alert')).toHaveCount(0);
    await expect(guide.getByText('Done. This is what the browser lets it do')).toBeVisible();
  });
});
