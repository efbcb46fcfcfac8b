import { expect } from '@playwright/test';
import { biginUrl, zylker } from '../support/bigin-list';
import { beConnected, connectedPopup } from '../support/prepare';
import { SiteAccess } from '../support/site-access';
import type { State } from './state';

/** The pages that have a tab of their own. */
export const pageStates: State[] = [
  { name: 'options-first', reach: (extension) => extension.openPage('options.html') },
  {
    name: 'options-connected',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.close();
      const options = await extension.openPage('options.html');
      await expect(options.getByText('Zylker Trading')).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-curious',
    async reach(extension) {
      const options = await extension.openPage('options.html');
      await options.getByText('For the curious').click();
      await expect(options.getByLabel('Records in the first calls')).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-import',
    async reach(extension) {
      const options = await extension.openPage('options.html');
      await options.locator('input[type="file"]').setInputFiles({
        name: 'untag-for-bigin-settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"format":"something else"}'),
      });
      await expect(options.getByRole('alert')).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-import-review',
    async reach(extension) {
      const options = await extension.setUp('server');
      const file = { format: 'untag-for-bigin-settings', version: 1, settings: { clientId: '1000.OTHER' } };
      await options.locator('input[type="file"]').setInputFiles({
        name: 'untag-for-bigin-settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await expect(options.getByRole('heading', { name: 'This file changes 1 setting' })).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-out-of-range',
    async reach(extension) {
      const options = await extension.openPage('options.html');
      await options.getByText('For the curious').click();
      await options.getByLabel('Records in a call at most').fill('501');
      await expect(options.getByRole('alert')).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-confirm-reset',
    async reach(extension) {
      const options = await extension.openPage('options.html');
      await options.getByRole('button', { name: 'Reset all settings…' }).click();
      await expect(options.getByRole('alertdialog')).toBeVisible();
      return options;
    },
  },
  {
    name: 'options-missing-access',
    async reach(extension) {
      const options = await extension.openPage('options.html');
      await (await SiteAccess.of(extension)).withdrawAll();
      await expect(options.getByRole('button', { name: 'Allow access' })).toBeVisible();
      return options;
    },
  },
  { name: 'welcome-first', reach: (extension) => extension.openPage('welcome.html') },
  {
    name: 'welcome-missing-access',
    async reach(extension) {
      const guide = await extension.openPage('welcome.html');
      await (await SiteAccess.of(extension)).withdrawAll();
      await expect(guide.getByRole('button', { name: 'Allow access' })).toBeVisible();
      return guide;
    },
  },
  {
    name: 'welcome-connect',
    async reach(extension) {
      await (await extension.setUp()).close();
      const guide = await extension.openPage('welcome.html');
      const step = guide.locator('[aria-current="step"]');
      await expect(step.getByRole('heading', { name: 'Connect your organization' })).toBeVisible();
      return guide;
    },
  },
  {
    name: 'welcome-try',
    async reach(extension) {
      await beConnected(extension);
      await extension.openBigin(biginUrl(zylker, '/contacts'));
      const guide = await extension.openPage('welcome.html');
      // It looks at Bigin's tab once its reader has done anything on it.
      await guide.getByRole('heading', { level: 1 }).click();
      await expect(guide.getByText('Nothing is ticked in Bigin yet.')).toBeVisible();
      return guide;
    },
  },
  {
    name: 'welcome-done',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.close();
      const guide = await extension.openPage('welcome.html');
      // It looks at Bigin's tab once its reader has done anything on it.
      await guide.getByRole('heading', { level: 1 }).click();
      await expect(guide.getByRole('region', { name: '3 Contacts selected' })).toBeVisible();
      await expect(guide.getByText('press this button in the browser’s toolbar')).toBeVisible();
      return guide;
    },
  },
  { name: 'history-empty', reach: (extension) => extension.openPage('history.html') },
  {
    name: 'history',
    async reach(extension, bigin) {
      const { popup, ids } = await connectedPopup(extension);
      bigin.world.setLocked(zylker, 'Contacts', ids[0] ?? '');
      for (const tag of ['VIP', 'Trade fair 2026']) {
        await popup.getByRole('checkbox', { name: tag, exact: true }).check();
        await popup.getByRole('button', { name: /^Remove \d/ }).click();
        await popup.getByRole('button', { name: tag === 'VIP' ? 'Undo' : 'Done' }).click();
        if (tag === 'VIP') await popup.getByRole('button', { name: 'Done' }).click();
      }
      const history = await extension.openPage('history.html');
      await history.getByRole('button', { expanded: false }).first().click();
      await expect(history.getByRole('table')).toBeVisible();
      return history;
    },
  },
  {
    name: 'history-confirm-delete',
    async reach(extension) {
      const { popup } = await connectedPopup(extension);
      await popup.getByRole('checkbox', { name: 'VIP', exact: true }).check();
      await popup.getByRole('button', { name: /^Remove \d/ }).click();
      await expect(popup.getByRole('status').filter({ hasText: /^Removed/ })).toBeVisible();
      const history = await extension.openPage('history.html');
      await history.getByRole('button', { expanded: false }).click();
      await history.getByRole('button', { name: 'Delete' }).click();
      await expect(history.getByRole('alertdialog')).toBeVisible();
      return history;
    },
  },
];
