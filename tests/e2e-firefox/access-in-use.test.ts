import { describe, expect } from 'vitest';
import { zylker } from '../e2e/support/bigin-url';
import { connectInOptions } from './support/connect-in-options';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says } from './support/screen';

const test = firefoxTest();

const page = 'bigin.zoho.com';
const accounts = 'accounts.zoho.com';
const api = 'www.zohoapis.com';

describe('a host that the user takes back while it is in use', () => {
  test('in the middle of a removal: the job waits, says for what, and goes on once that is allowed', async ({
    bigin,
    extension,
  }) => {
    await connectInOptions(extension);
    const { ids } = await extension.tickContacts(3);
    for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, ['VIP']);
    const popup = await extension.openPopup();
    await press(popup, 'VIP', 'checkbox');
    await extension.withdraw(api);
    await press(popup, 'Remove 1 tag from 3 records');
    await says(popup, `The browser does not let this extension reach ${api}.`, '[role=alert]');
    await says(popup, 'The job goes on by itself once you have allowed access.', '[role=alert]');
    expect(bigin.tagChanges).toEqual([]);
    await press(popup, 'Allow access');
    await says(popup, 'Removed 1 tag from 3 records', 'output');
    expect(bigin.tagChanges.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test('is named in the options and in the set-up guide, and asked for in the press that connects', async ({
    extension,
  }) => {
    const options = await extension.setUp();
    const guide = await extension.open('welcome.html');
    await says(guide, 'Set-up guide');
    await extension.withdraw(page, accounts, api);
    for (const each of [options, guide]) {
      await says(each, 'The browser does not let this extension reach', '[role=alert]');
      await says(each, page, '[role=alert]');
    }
    await press(guide, 'Allow access');
    await expect.poll(() => extension.mayReach(page, accounts, api), patience).toBe(true);
    for (const each of [options, guide]) {
      await expect.poll(() => each.$$('[role=alert]'), patience).toEqual([]);
    }
    await extension.withdraw(accounts, api);
    await says(options, 'The browser does not let this extension reach', '[role=alert]');
    await extension.connect(options, 'Connect');
    await says(options, 'Connected Zylker Trading');
    expect(await extension.mayReach(page, accounts, api)).toBe(true);
  });
});
