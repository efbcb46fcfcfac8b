import type { Page } from '@playwright/test';
import type { ServedFakeBigin } from '../../fake-bigin/index';
import { zylker } from './bigin-url';
import { count } from './count';
import { noPermission } from './no-permission';

/** Pastes ids or links of records, to be given to the popup in place of the page's selection. */
export async function pasteLines(popup: Page, lines: readonly string[]): Promise<void> {
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
  // From the clipboard, as users do: thousands of lines that are typed take minutes.
  await popup.context().grantPermissions(['clipboard-write']);
  await popup.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
  await popup.getByLabel('Ids, links or CSV').press('ControlOrMeta+V');
}

/** Gives records to the popup in place of the page's selection, by their ids. */
export async function pasteIds(popup: Page, ids: readonly string[]): Promise<void> {
  await pasteLines(popup, ids);
  await popup.getByRole('button', { name: `Use ${count(ids.length, 'record')}` }).click();
}

/** Gives a contact and a call by their ids, where Bigin does not let the user read calls. */
export async function pasteWithUnreadableCall(popup: Page, bigin: ServedFakeBigin): Promise<void> {
  const { Contacts: contacts = [], Calls: calls = [] } = bigin.world.org(zylker)?.records ?? {};
  bigin.configure({ unknowns: { coql: 'refused' } });
  bigin.fail({
    where: { service: 'api', path: 'v2/Calls' },
    times: 1000,
    what: noPermission,
  });
  await pasteIds(popup, [contacts[5]?.id ?? '', calls[0]?.id ?? '']);
}

/** Removals of more records than this are confirmed. */
const confirmedAbove = 1_000;

/** Chooses one tag, and removes it once all tags are read. */
export async function removeTag(popup: Page, tag: string, records: number): Promise<void> {
  await popup.getByRole('checkbox', { name: tag }).check();
  const name = `Remove 1 tag from ${count(records, 'record')}`;
  await popup.getByRole('button', { name }).click();
  if (records > confirmedAbove) await popup.locator('dialog').getByRole('button', { name }).click();
}
