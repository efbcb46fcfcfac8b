import { expect, type Page } from '@playwright/test';
import { biginUrl, tick, zylker } from '../support/bigin-list';
import type { Extension } from '../support/extension';
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
    name: 'side-panel-not-bigin',
    async reach(extension) {
      const panel = await openSidePanel(extension, await extension.openPage('options.html'));
      await expect(panel.getByText(/^This page is not part of Bigin/)).toBeVisible();
      return panel;
    },
  },
  {
    name: 'side-panel-running',
    async reach(extension, bigin) {
      const { panel } = await panelOfThree(extension);
      bigin.fail({ where: { path: 'remove_tags' }, times: 1000, what: { kind: 'delay', ms: 60_000 } });
      await removeVip(panel);
      await expect(panel.getByRole('button', { name: 'Pause' })).toBeVisible();
      return panel;
    },
  },
  {
    name: 'side-panel-other-jobs',
    async reach(extension, bigin) {
      const { panel } = await panelOfThree(extension);
      bigin.fail({ where: { path: 'remove_tags' }, times: 1000, what: { kind: 'delay', ms: 60_000 } });
      await removeVip(panel);
      await expect(panel.getByRole('progressbar')).toBeVisible();
      const other = await extension.openBigin(biginUrl(zylker, '/companies'));
      await tick(other, [0, 1]);
      await expect(panel.getByText('A job is under way in another tab.')).toBeVisible();
      await expect(panel.getByRole('heading', { name: '2 Companies selected' })).toBeVisible();
      return panel;
    },
  },
  {
    name: 'side-panel-failed-line',
    async reach(extension, bigin) {
      const { list, panel, ids } = await panelOfThree(extension);
      ids.forEach((id) => bigin.world.setLocked(zylker, 'Contacts', id));
      await removeVip(panel);
      await expect(panel.getByRole('list', { name: 'Failed records' })).toBeVisible();
      await panel.getByRole('button', { name: 'Done' }).waitFor();
      await tick(list, [3]);
      await expect(panel.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
      await expect(panel.getByRole('button', { name: 'Details' })).toBeVisible();
      return panel;
    },
  },
  {
    name: 'side-panel-next-selection',
    async reach(extension) {
      const { list, panel } = await panelOfThree(extension);
      await removeVip(panel);
      await expect(panel.getByRole('status').filter({ hasText: /^Removed/ })).toBeVisible();
      await tick(list, [3]);
      await expect(panel.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
      await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
      return panel;
    },
  },
];

/** The panel beside a list of contacts with its first three rows ticked. */
async function panelOfThree(extension: Extension): Promise<{ list: Page; panel: Page; ids: string[] }> {
  await beConnected(extension);
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const panel = await openSidePanel(extension, list);
  const ids = await tick(list, [0, 1, 2]);
  await expect(panel.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  return { list, panel, ids };
}

async function removeVip(panel: Page): Promise<void> {
  await panel.getByRole('checkbox', { name: 'VIP', exact: true }).check();
  await panel.getByRole('button', { name: /^Remove 1 tag from/ }).click();
}
