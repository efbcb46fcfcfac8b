import { describe, expect } from 'vitest';
import { connectInOptions } from './support/connect-in-options';
import { firefoxTest } from './support/firefox-test';
import { press, says, shows } from './support/screen';

const test = firefoxTest();

const page = 'bigin.zoho.com';
const accounts = 'accounts.zoho.com';
const api = 'www.zohoapis.com';

describe('a host that the user takes back', () => {
  test('is asked for where the page cannot be seen, and where the API cannot be reached', async ({
    extension,
  }) => {
    await connectInOptions(extension);
    await extension.tickContacts(3);
    const popup = await extension.openPopup();
    await shows(popup, 'checkbox', 'VIP');

    await extension.withdraw(page);
    await popup.reload({ waitUntil: [] });
    await says(popup, `The browser does not let this extension see ${page}.`);
    await press(popup, 'Allow access');
    await says(popup, '3 Contacts selected', 'h1');
    await shows(popup, 'checkbox', 'VIP');

    await extension.withdraw(page, api);
    await popup.reload({ waitUntil: [] });
    await says(popup, `The browser does not let this extension see ${page}, ${api}.`);
    await press(popup, 'Allow access');
    await shows(popup, 'checkbox', 'VIP');
    expect(await extension.mayReach(page, accounts, api)).toBe(true);
  });
});
