import { expect, type Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, zylker } from './bigin-list';
import type { Extension } from './extension';
import { pasteIds, removeTag } from './paste';
import { beConnected } from './prepare';

/** The tag that is removed, and one that the same records keep. */
export const oldTag = 'Trade fair 2026';
export const keptTag = 'VIP';

/** A removal that takes a while: 100 records a call and two calls at once, 300 ms each unless told. */
export interface LargeRemoval {
  list: Page;
  popup: Page;
  ids: string[];
}

/** Begins a removal of a tag from so many contacts, in the popup of a list; it is under way. */
export async function beginLargeRemoval(
  extension: Extension,
  bigin: ServedFakeBigin,
  records: number,
  latencyMs = 300,
): Promise<LargeRemoval> {
  const ids = bigin.world.addRecords(zylker, 'Contacts', records, [keptTag, oldTag]);
  await beConnected(extension);
  const options = await extension.openPage('options.html');
  await options.getByText('For the curious').click();
  await setNumber(options, 'Records in the first calls', 100);
  await setNumber(options, 'Records in a call at most', 100);
  await setNumber(options, 'Calls at once, at first', 2);
  await setNumber(options, 'Calls at once, at most', 2);
  await options.close();
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  const popup = await extension.openPopup(list);
  await popup.getByText('No record is selected').waitFor();
  await pasteIds(popup, ids);
  await expect(popup.getByRole('button', { name: /^Remove/ })).toHaveText('Remove tags');
  bigin.configure({ latencyMs });
  await removeTag(popup, oldTag, records);
  await expect(popup.getByRole('progressbar', { name: 'Removing 1 tag…' })).toBeVisible();
  return { list, popup, ids };
}

export async function setNumber(options: Page, label: string, number: number): Promise<void> {
  await options.getByLabel(label).fill(String(number));
  await options.getByLabel(label).press('Enter');
}

/** How many of the records do not carry the tag any more. */
export function withoutOldTag(bigin: ServedFakeBigin, ids: readonly string[]): number {
  return ids.filter((id) => !bigin.world.tagsOf(zylker, 'Contacts', id).includes(oldTag)).length;
}

/** Every record lost the one tag, once, and no other record lost or got any. */
export function expectRemovedOnce(bigin: ServedFakeBigin, ids: readonly string[]): void {
  const changes = bigin.tagChanges.map(
    ({ id, removed, added }) => `${id} -${removed.join()} +${added.join()}`,
  );
  expect(changes.toSorted()).toEqual(ids.map((id) => `${id} -${oldTag} +`).toSorted());
  expect(withoutOldTag(bigin, ids)).toBe(ids.length);
}
