import { expect, type Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { biginUrl, tick, zylker } from './bigin-list';
import type { Extension } from './extension';

export const dana = { email: 'dana@zylker.example', org: 'Zylker Trading' };

/** A list of contacts with its first three rows ticked: VIP is on two of them, Trade fair 2026 on all. */
export async function tickThreeContacts(extension: Extension): Promise<{ list: Page; ids: string[] }> {
  const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
  return { list, ids: await tick(list, [0, 1, 2]) };
}

/** Connects an organization in the options, by hand. */
export async function connectInOptions(extension: Extension): Promise<Page> {
  const options = await extension.setUp();
  await extension.answerConsent(await extension.openConsent(options, 'Connect'), dana);
  await expect(options.getByText('Connected Zylker Trading.')).toBeVisible();
  return options;
}

/** Has the organization connected as its user left it: by an earlier sign-in where there is one, else by hand. */
export async function beConnected(extension: Extension): Promise<void> {
  if (!(await extension.resumeSignIn())) await (await connectInOptions(extension)).close();
}

/** A list of contacts as above with the popup open on it, the organization connected, and the tags read. */
export async function connectedPopup(
  extension: Extension,
): Promise<{ list: Page; ids: string[]; popup: Page }> {
  await beConnected(extension);
  const { list, ids } = await tickThreeContacts(extension);
  const popup = await extension.openPopup(list);
  await expectTags(popup);
  return { list, ids, popup };
}

/** The same, connected by hand in the popup. */
export async function popupConnectedByHand(
  extension: Extension,
): Promise<{ list: Page; ids: string[]; popup: Page }> {
  await extension.setUp();
  const { list, ids } = await tickThreeContacts(extension);
  const popup = await extension.openPopup(list);
  await extension.connect(popup, dana);
  await expectTags(popup);
  return { list, ids, popup };
}

/** Nothing is under way any more when the test begins. */
async function expectTags(popup: Page): Promise<void> {
  await expect(popup.getByRole('checkbox').first()).toBeVisible();
}

/** Gives records these tags, and no others. */
export function giveTags(bigin: ServedFakeBigin, ids: readonly string[], tags: string[]): void {
  const wanted = new Set(ids);
  for (const record of Object.values(bigin.world.org(zylker)?.records ?? {}).flat()) {
    if (wanted.has(record.id)) record.tags.splice(0, Infinity, ...tags);
  }
}

/** Every record of an organization with its tags, to see that nothing else was changed. */
export function allTags(bigin: ServedFakeBigin, zgid = zylker): Record<string, string[]> {
  const records = Object.values(bigin.world.org(zgid)?.records ?? {}).flat();
  return Object.fromEntries(records.map(({ id, tags }) => [id, [...tags]]));
}

/** The calls that change tags, as the fake received them. */
export function changes(bigin: ServedFakeBigin) {
  return bigin.requests.filter(({ path }) => /(?:add|remove)_tags/.test(path));
}

/** Chooses every tag, once they have been read. */
export async function chooseAllTags(popup: Page): Promise<void> {
  const boxes = popup.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const box of await boxes.all()) await box.check();
}

/** Removes every tag that the selected records carry. */
export async function removeAllTags(popup: Page): Promise<void> {
  await chooseAllTags(popup);
  await popup.getByRole('button', { name: /^Remove \d/ }).click();
  await expect(popup.getByRole('status')).toHaveText(/^Removed/);
}
