import { expect, test } from './support/fixtures';
import { connectedPopup } from './support/prepare';

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
