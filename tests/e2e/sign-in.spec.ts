import { dataCenterIds, dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { expect, test } from './support/fixtures';
import { biginUrl, tick, zylker } from './support/bigin-list';
import { popupConnectedByHand, dana, tickThreeContacts } from './support/prepare';

const workshop = '942010977';
const nordlicht = '20098765432';

test.describe('every data center', () => {
  /** A user of each, and their organization; a data center that is new is missed here by its type. */
  const homes: Record<DataCenterId, [email: string, zgid: string]> = {
    us: ['lee@zylker.example', zylker],
    eu: ['nils@nordlicht.example', nordlicht],
    au: ['olive@wattle.example', '70011122233'],
    in: ['asha@saffron.example', '60012345678'],
    cn: ['mei@qingzhu.example', '90011122244'],
    jp: ['kenta@sakura.example', '80011122255'],
    sa: ['layla@waha.example', '50011122266'],
    ca: ['elodie@erable.example', '110011122277'],
    uk: ['rosa@heather.example', '120011122288'],
  };
  for (const id of dataCenterIds) {
    const { webHost: host } = dataCenters[id];
    const [email, zgid] = homes[id];
    test(`connects from ${host}`, async ({ extension, bigin }) => {
      await extension.setUp();
      const list = await extension.openBigin(biginUrl(zgid, '/contacts', host));
      await tick(list, [0, 1]);
      const popup = await extension.openPopup(list);
      await extension.connect(popup, { email });
      await expect(popup.getByText(bigin.world.org(zgid)?.companyName ?? '')).toBeVisible();
      // Nothing went to another data center.
      const domain = host.replace('bigin.', '');
      const servers = [`accounts.${domain}`, `www.zohoapis.${domain.replace(/^zoho(cloud)?\./, '')}`];
      const asked = bigin.requests
        .filter(({ service }) => service !== 'web-app')
        .map((request) => request.host);
      expect([...new Set(asked)].toSorted()).toEqual(servers.toSorted());
    });
  }
});

test.describe('several organizations', () => {
  test('live side by side; the tab decides which is used', async ({ extension, bigin }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.close();
    const other = await extension.openBigin(biginUrl(nordlicht, '/contacts', 'bigin.zoho.eu'));
    await tick(other, [0]);
    const second = await extension.openPopup(other);
    await expect(second.getByText('This tab shows the organization org20098765432.')).toBeVisible();
    await expect(second.getByText('Connected is: Zylker Trading.')).toBeVisible();
    await extension.connect(second, { email: 'nils@nordlicht.example' });
    await expect(second.getByText('Nordlicht GmbH')).toBeVisible();
    for (const { zgid, host } of bigin.requests.filter(({ service }) => service === 'api')) {
      expect(host).toBe(zgid === nordlicht ? 'www.zohoapis.eu' : 'www.zohoapis.com');
    }
  });

  test('a second organization of the same user: the popup asks for the right one', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.close();
    const list = await extension.openBigin(biginUrl(workshop, '/contacts'));
    await tick(list, [0]);
    const second = await extension.openPopup(list);
    await extension.connectAgain(second, 'Zylker Workshop');
    await expect(second.getByText('Zylker Workshop')).toBeVisible();
    await expect(second.getByRole('button', { name: 'Remove tags' })).toBeVisible();
    const previews = bigin.requests.filter(({ path }) => path.endsWith('/coql'));
    expect(previews.map(({ zgid }) => zgid)).toEqual([zylker, workshop]);
  });
});

test.describe('the worker owns the sign-in', () => {
  test('a popup that is gone before it ends is there again, connected', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    await extension.clickMenuItem(list);
    const opened = extension.context.waitForEvent('page');
    await extension.toolbarPopup(async (popup) => {
      await popup.getByRole('button', { name: 'Connect to Bigin' }).click();
      await opened;
      await popup.close();
    });
    await extension.answerConsent(await opened, dana);
    await extension.toolbarPopup(async (again) => {
      await expect(again.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
      await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    });
  });

  test('a popup that is gone is told of a failure when it is opened again', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    await popup.close();
    await extension.answerConsent(consent, { ...dana, answer: 'Reject' });
    const again = await extension.openPopup(list);
    await expect(again.getByRole('alert')).toHaveText(/^You declined the access at Zoho/);
  });

  test('a worker that is stopped in the middle says so, and offers it again', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    await extension.stopWorker();
    await expect(popup.getByRole('alert')).toHaveText(/^The sign-in was interrupted before it was finished/);
    if (!consent.isClosed()) await consent.close();
    await extension.connect(popup, dana);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test('Connect pressed again brings back the one window, and opens no other', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    await expect(popup.getByText('Waiting for you to finish signing in.')).toBeVisible();
    const pages = extension.context.pages().length;
    await popup.getByRole('button', { name: 'Connect to Bigin' }).click();
    const another = await extension.openPopup(list);
    await another.getByRole('button', { name: 'Connect to Bigin' }).click();
    await another.waitForTimeout(500);
    expect(extension.context.pages()).toHaveLength(pages + 1);
    await expect.poll(() => extension.focusedWindow()).toBe('popup');
    await extension.answerConsent(consent, dana);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    await expect(another.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });
});

test.describe('a second page that wants to sign in', () => {
  test('is told to wait, and its own turn comes after', async ({ extension }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(options.getByRole('alert')).toHaveText(/^A sign-in is under way/);
    await extension.answerConsent(consent, dana);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();

    await extension.connectAgain(options, 'Zylker Workshop', 'Connect');
    await expect(options.getByText('Connected Zylker Workshop.')).toBeVisible();
    await expect(options.getByText('Waiting for you')).toHaveCount(0);
  });
});

test.describe('tokens that end', () => {
  test('an hour later, the next call renews the token first', async ({ extension, bigin }) => {
    const { list, popup } = await popupConnectedByHand(extension);
    await popup.close();
    bigin.clock.advance(3_600_000);
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    // The tags that were read before may show while it is still being renewed.
    await expect.poll(() => bigin.requests.filter(({ path }) => path === '/oauth/v2/token').length).toBe(2);
  });

  test('in the middle of a job: it goes on', async ({ extension, bigin }) => {
    const { popup, ids } = await popupConnectedByHand(extension);
    bigin.configure({ limits: { idsPerCall: 1 } });
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    bigin.fail({ where: { path: 'remove_tags' }, after: 2, what: { kind: 'delay', ms: 1000 } });
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect.poll(() => bigin.requests.filter(({ path }) => path.includes('remove_tags')).length).toBe(3);
    bigin.clock.advance(3_600_000);
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
    for (const id of ids) expect(bigin.world.tagsOf(zylker, 'Contacts', id)).not.toContain('Trade fair 2026');
  });

  test('a grant taken back in the middle of a job: it waits, and goes on after the next sign-in', async ({
    extension,
    bigin,
  }) => {
    const { list, popup, ids } = await popupConnectedByHand(extension);
    bigin.configure({ limits: { idsPerCall: 1 } });
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    bigin.fail({ where: { path: 'remove_tags' }, after: 2, what: { kind: 'delay', ms: 1000 } });
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect.poll(() => bigin.requests.filter(({ path }) => path.includes('remove_tags')).length).toBe(3);
    bigin.revokeGrant(zylker);
    await expect(popup.getByRole('alert')).toHaveText(/^Bigin no longer accepts this sign-in/);
    await popup.close();

    const again = await extension.openPopup(list);
    await extension.connectAgain(again, 'Zylker Trading');
    await expect(again.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
    for (const id of ids) expect(bigin.world.tagsOf(zylker, 'Contacts', id)).not.toContain('Trade fair 2026');
  });

  test('a worker stopped while it renews renews again', async ({ extension, bigin }) => {
    const { list, popup } = await popupConnectedByHand(extension);
    await popup.close();
    bigin.clock.advance(3_600_000);
    bigin.fail({ where: { path: 'oauth/v2/token' }, what: { kind: 'delay', ms: 3000 } });
    const during = await extension.openPopup(list);
    await expect.poll(() => bigin.requests.filter(({ path }) => path === '/oauth/v2/token').length).toBe(2);
    await extension.stopWorker();
    await during.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test('without a refresh token the connection works for its hour, and says so', async ({
    extension,
    bigin,
  }) => {
    bigin.configure({ unknowns: { refreshToken: 'withheld' } });
    const { popup } = await popupConnectedByHand(extension);
    await expect(popup.getByText(/^Zoho gave access for an hour only/)).toBeVisible();
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
  });

  test('many who ask at once make one renewal', async ({ extension, bigin }) => {
    const { list, popup } = await popupConnectedByHand(extension);
    const options = await extension.openPage('options.html');
    await expect(options.getByText('Zylker Trading')).toBeVisible();
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    const tabId = await extension.tabId(list);
    bigin.clock.advance(3_600_000);
    const asked = bigin.requests.filter(({ path }) => path === '/oauth/v2/token').length;
    bigin.fail({ where: { path: 'oauth/v2/token' }, what: { kind: 'delay', ms: 500 } });
    // The options page, a job, and fifty popups' worth of previews.
    await options.getByRole('button', { name: 'Test this connection' }).click();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    const answers = await options.evaluate(async (id) => {
      interface Reply {
        res: { ok: boolean; value: { byModule: object[] } };
      }
      const ask = (type: string, data: object): Promise<Reply> =>
        chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
      const { res } = await ask('readSelection', { tabId: id });
      const [selection] = res.value.byModule;
      const previews = Array.from({ length: 50 }, () => ask('readPreview', { selection }));
      return (await Promise.all(previews)).map((answer) => answer.res.ok);
    }, tabId);
    expect(answers).toEqual(Array.from({ length: 50 }, () => true));
    await expect(options.getByText('The connection to Zylker Trading works.')).toBeVisible();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    expect(bigin.requests.filter(({ path }) => path === '/oauth/v2/token')).toHaveLength(asked + 1);
  });

  test('a client-based token is renewed silently, and for its own organization alone', async ({
    extension,
    bigin,
  }) => {
    await extension.setUp('implicit');
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    await extension.connect(popup, dana);
    await popup.close();
    bigin.clock.advance(3_600_000);
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    await again.close();

    // The browser is signed in for another organization by the next time.
    const other = await extension.openBigin(biginUrl(workshop, '/contacts'));
    await tick(other, [0]);
    const second = await extension.openPopup(other);
    await extension.connectAgain(second, 'Zylker Workshop');
    await expect(second.getByText('Zylker Workshop')).toBeVisible();
    await second.close();
    bigin.clock.advance(3_600_000);
    const third = await extension.openPopup(list);
    await expect(third.getByText('Bigin asks you to sign in to Zylker Trading again.')).toBeVisible();
    const calls = bigin.requests.filter(({ service, zgid }) => service === 'api' && zgid === workshop);
    expect(calls.filter(({ path }) => !/(?:org|tags|modules|coql)$/.test(path))).toEqual([]);
  });

  test('disconnected before an undo: nothing is spent, and it can be undone after the next sign-in', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await popupConnectedByHand(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByText('Disconnected Zylker Trading.')).toBeVisible();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/^This organization is not connected/);
    await extension.connectAgain(popup, 'Zylker Trading');
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Restored 1 tag on 2 records/);
    expect(ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes('VIP'))).toHaveLength(2);
  });

  test('disconnected in the middle of a job: it can be continued after the next sign-in', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await popupConnectedByHand(extension);
    bigin.configure({ limits: { idsPerCall: 1 } });
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    bigin.fail({ where: { path: 'remove_tags' }, after: 2, what: { kind: 'hold' } });
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect.poll(() => bigin.requests.filter(({ path }) => path.includes('remove_tags')).length).toBe(3);
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByRole('button', { name: 'Disconnect' })).toBeHidden();
    bigin.clearFaults();
    await expect(popup.getByRole('alert')).toHaveText(
      /^(?:This organization is not connected|Bigin no longer)/,
    );
    await extension.connectAgain(popup, 'Zylker Trading');
    await popup.getByRole('button', { name: 'Continue' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 3 records/);
    for (const id of ids) expect(bigin.world.tagsOf(zylker, 'Contacts', id)).not.toContain('Trade fair 2026');
  });

  test('a job that was given up does not come back with the next sign-in', async ({ extension, bigin }) => {
    const { list, popup, ids } = await popupConnectedByHand(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.revokeGrant(zylker);
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/^Bigin no longer accepts this sign-in/);
    await expect(popup.getByText('may have been changed')).toHaveCount(0);
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await popup.getByRole('button', { name: 'Done' }).click();
    await extension.connectAgain(popup, 'Zylker Trading');
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    expect(ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes('VIP'))).toHaveLength(2);
  });

  test('a missing permission offers to connect again, and the job goes on', async ({ extension, bigin }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.fail({
      where: { path: 'remove_tags' },
      what: { kind: 'status', status: 401, code: 'OAUTH_SCOPE_MISMATCH', message: 'Unauthorized' },
    });
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('alert')).toHaveText(
      /lacks a permission that this needs \(ZohoBigin.modules.contacts.WRITE\)/,
    );
    const options = await extension.openPage('options.html');
    await expect(options.getByText('17 permissions granted')).toBeVisible();
    await expect(
      options.getByText(/^Not granted, though removals need it: ZohoBigin.modules.contacts.WRITE/),
    ).toBeVisible();
    await extension.connectAgain(popup, 'Zylker Trading');
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
  });
});
