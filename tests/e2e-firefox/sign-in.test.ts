import { describe, expect } from 'vitest';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says, shows } from './support/screen';

const test = firefoxTest();

const accountsDown = {
  where: { service: 'accounts' },
  times: 1_000,
  what: { kind: 'disconnect', when: 'before' },
} as const;

describe('a sign-in', () => {
  test('says whether Zoho’s page could not be loaded, or the window was closed', async ({
    bigin,
    extension,
  }) => {
    const options = await extension.setUp();
    const closeWindow = async () => {
      await press(options, 'Connect');
      const window = await extension.window();
      await expect.poll(() => window.closePopups(), patience).toBe(1);
    };
    bigin.fail(accountsDown);
    await closeWindow();
    await says(options, 'Zoho’s sign-in page could not be loaded.');
    bigin.clearFaults();
    await closeWindow();
    await says(options, 'The sign-in window was closed before it was finished.');
    await extension.connect(options, 'Connect');
    await says(options, 'Connected Zylker Trading');
  });

  test('of an implicit client outlives the loss of the network, and is renewed silently', async ({
    bigin,
    extension,
  }) => {
    const options = await extension.setUp('implicit');
    await extension.connect(options, 'Connect');
    await says(options, 'Connected Zylker Trading');
    await extension.tickContacts(3);
    bigin.clock.advance(3_600_000);
    bigin.fail(accountsDown);
    const popup = await extension.openPopup();
    await says(popup, 'Bigin cannot be reached.');
    bigin.clearFaults();
    await press(popup, 'Try again');
    await shows(popup, 'checkbox', 'VIP');
    expect(bigin.requests.some(({ path }) => path.endsWith('/auth/refresh'))).toBe(true);
  });
});
