import { expect } from '@playwright/test';
import { biginUrl, tick, zylker } from '../support/bigin-list';
import { beConnected } from '../support/prepare';
import { openSidePanel } from '../support/side-panel';
import type { State } from './state';

/** The side panel beside a list. */
export const sidePanelStates: State[] = [
  {
    name: 'side-panel-nothing-selected',
    async reach(extension) {
      const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
      const panel = await openSidePanel(extension, list);
      await expect(panel.getByText(/^No record is selected/)).toBeVisible();
      return panel;
    },
  },
  {
    name: 'side-panel-next-selection',
    async reach(extension) {
      await beConnected(extension);
      const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
      const panel = await openSidePanel(extension, list);
      await tick(list, [0, 1, 2]);
      await expect(panel.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
      await panel.getByRole('checkbox', { name: 'VIP', exact: true }).check();
      await panel.getByRole('button', { name: /^Remove 1 tag from/ }).click();
      await expect(panel.getByRole('status').filter({ hasText: /^Removed/ })).toBeVisible();
      await tick(list, [3]);
      await expect(panel.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
      await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
      return panel;
    },
  },
];
