import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { popupConnectedByHand, dana, tickThreeContacts } from './support/prepare';

test.describe('connections', () => {
  for (const type of ['public', 'server', 'implicit'] as const) {
    test(`a ${type} client`, async ({ extension }) => {
      await extension.setUp(type);
      const { list } = await tickThreeContacts(extension);
      const popup = await extension.openPopup(list);
      await extension.connect(popup, dana);
      await popup.getByRole('checkbox', { name: /^VIP/ }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
      await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    });
  }

  test("an organization of another data center, which the tab's host tells", async ({ extension, bigin }) => {
    await extension.setUp();
    const list = await extension.openBigin(biginUrl('20098765432', '/contacts', 'bigin.zoho.eu'));
    await tick(list, [0, 1]);
    const popup = await extension.openPopup(list);
    const email = bigin.world.users.find(({ orgs }) => orgs.includes('20098765432'))?.email ?? '';
    await extension.connect(popup, { email });
    await expect(popup.getByText('Nordlicht GmbH')).toBeVisible();
    const hosts = new Set(
      bigin.requests.filter(({ service }) => service !== 'web-app').map(({ host }) => host),
    );
    expect([...hosts].toSorted()).toEqual(['accounts.zoho.eu', 'www.zohoapis.eu']);
  });

  test('the options page connects, lists and disconnects', async ({ extension, bigin }) => {
    const options = await extension.setUp();
    await expect(options.getByLabel('Redirect URI')).toHaveValue(/^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/);
    await expect(options.getByLabel('Data center').getByRole('option')).toHaveText([
      'Automatic',
      'United States',
      'Europe',
      'Australia',
      'India',
      'China',
      'Japan',
      'Saudi Arabia',
      'Canada',
      'United Kingdom',
    ]);
    await options.getByLabel('Data center').selectOption('India');
    const consent = await extension.openConsent(options, 'Connect');
    expect(new URL(consent.url()).host).toBe('accounts.zoho.in');
    const email = bigin.world.users.find(({ dataCenter }) => dataCenter === 'in')?.email ?? '';
    await extension.answerConsent(consent, { email });
    const connection = options.getByRole('listitem').filter({ hasText: 'Saffron Traders' });
    await expect(connection).toContainText('India');
    await connection.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByRole('listitem')).toHaveCount(0);
    expect(bigin.requests.filter(({ path }) => path.endsWith('/revoke')).map(({ status }) => status)).toEqual(
      [200],
    );
  });

  test('a token that Bigin refuses for good: the popup asks to sign in again, and goes on', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await popupConnectedByHand(extension);
    await popup.close();
    bigin.revokeGrant(zylker);
    const again = await extension.openPopup(list);
    await expect(again.getByText('Bigin asks you to sign in to Zylker Trading again.')).toBeVisible();
    await extension.connectAgain(again, 'Zylker Trading');
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test('a sign-in that ends in the middle of a job: the job waits for the next one', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await popupConnectedByHand(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.fail({
      where: { path: 'remove_tags' },
      times: 2,
      what: { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'invalid oauth token' },
    });
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('alert')).toHaveText(
      /^Bigin no longer accepts this sign-in. Connect again./,
    );
    await extension.connectAgain(popup, 'Zylker Trading');
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    for (const id of ids) expect(bigin.world.tagsOf(zylker, 'Contacts', id)).not.toContain('VIP');
  });

  test('a page that Bigin opened sees no token, and can ask for none', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    await extension.connect(popup, dana);
    const tabId = await extension.tabId(list);
    const worker = await extension.worker;
    const [answer] = await worker.evaluate(
      (id) =>
        chrome.scripting.executeScript({
          target: { tabId: id },
          func: async () => {
            const stored = await chrome.storage.local.get(null).catch(() => 'refused');
            const reply: unknown = await chrome.runtime
              .sendMessage({ id: 1, type: 'listConnections', data: {}, timestamp: Date.now() })
              .catch(() => 'refused');
            return { stored, reply: JSON.stringify(reply) };
          },
        }),
      tabId,
    );
    expect(answer?.result?.stored).toBe('refused');
    expect(answer?.result?.reply).not.toContain('Zylker');
  });
});
