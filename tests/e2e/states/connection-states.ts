import { expect } from '@playwright/test';
import { biginUrl, tick, zylker } from '../support/bigin-list';
import { beConnected, connectedPopup, popupConnectedByHand } from '../support/prepare';
import type { State } from './state';

/** An organization that Dana has no connection to. */
const nordlicht = '20098765432';

/** What is to be said of connections that are not what they should be. */
export const connectionStates: State[] = [
  {
    name: 'popup-other-organization',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(biginUrl(nordlicht, '/contacts', 'bigin.zoho.eu'));
      await tick(list, [0]);
      const popup = await extension.openPopup(list);
      await expect(popup.getByText('Connected is: Zylker Trading.')).toBeVisible();
      return popup;
    },
  },
  {
    name: 'popup-sign-in-again',
    async reach(extension, bigin) {
      const { list, popup } = await connectedPopup(extension);
      await popup.close();
      bigin.revokeGrant(zylker);
      const again = await extension.openPopup(list);
      await expect(again.getByText(/^Bigin asks you to sign in to Zylker Trading again/)).toBeVisible();
      return again;
    },
  },
  {
    name: 'popup-an-hour-only',
    async reach(extension, bigin) {
      bigin.configure({ unknowns: { refreshToken: 'withheld' } });
      const { popup } = await popupConnectedByHand(extension);
      await expect(popup.getByText(/^Zoho gave access for an hour only/)).toBeVisible();
      return popup;
    },
  },
  {
    name: 'options-missing-scope',
    async reach(extension, bigin) {
      const { popup } = await connectedPopup(extension);
      bigin.fail({
        where: { path: 'remove_tags' },
        what: { kind: 'status', status: 401, code: 'OAUTH_SCOPE_MISMATCH', message: 'Unauthorized' },
      });
      await popup.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
      await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
      await expect(popup.getByRole('alert')).toHaveText(/lacks a permission/);
      const options = await extension.openPage('options.html');
      await expect(options.getByText(/^Not granted, though removals need it/)).toBeVisible();
      return options;
    },
  },
];
