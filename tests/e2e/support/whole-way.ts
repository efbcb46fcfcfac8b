import { expect } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, tick, zylker } from './bigin-list';
import type { Extension } from './extension';
import { dana } from './prepare';

/**
 * Ticks three contacts, connects, removes a tag that is on two of them, and takes that back; no other record changes. Where
 * nothing else is told, it begins with a client that is typed in.
 */
export async function goTheWholeWay(
  extension: Extension,
  bigin: ServedFakeBigin,
  setUp: () => Promise<unknown> = () => extension.setUp(),
): Promise<void> {
  await setUp();
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const ids = await tick(list, [0, 1, 2]);
  const tagsOf = () => ids.map((id) => bigin.world.record(zylker, 'Contacts', id)?.tags ?? []);
  const before = tagsOf();
  const others = () =>
    (bigin.world.org(zylker)?.records.Contacts ?? [])
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, tags }) => [id, ...tags]);
  const othersBefore = others();

  const popup = await extension.openPopup(list);
  await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  await extension.connect(popup, dana);

  const vip = popup.getByRole('checkbox', { name: /^VIP/ });
  await expect(vip).toHaveAccessibleDescription('on 2 of 3 records');
  await expect(popup.getByRole('button', { name: /^Remove/ })).toBeDisabled();
  await vip.check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);

  expect(tagsOf()).toEqual(before.map((tags) => tags.filter((tag) => tag !== 'VIP')));
  expect(others()).toEqual(othersBefore);

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Restored 1 tag on 2 records/);
  expect(tagsOf().map((tags) => tags.toSorted())).toEqual(before.map((tags) => tags.toSorted()));
  expect(others()).toEqual(othersBefore);
}
