import type { Page } from '@playwright/test';
import { biginUrl, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { noPermission } from './support/no-permission';
import { allTags, changes, connectedPopup, dana, tickThreeContacts } from './support/prepare';

/** Each ends in one clear sentence in the popup, and in nothing else. */
test.describe('what cannot be done is said in one sentence', () => {
  const sentence = (popup: Page) => popup.getByRole('alert');

  test('a page that is not Bigin', async ({ extension, bigin }) => {
    const elsewhere = await extension.openPage('options.html');
    const popup = await extension.openPopup(elsewhere);
    await expect(sentence(popup)).toHaveText(/not part of Bigin. Open a list or a record in Bigin/);
    expect(bigin.requests.filter(({ service }) => service !== 'web-app')).toEqual([]);
  });

  test('nothing ticked', async ({ extension, bigin }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const popup = await extension.openPopup(list);
    await expect(sentence(popup)).toHaveText(/^No record is selected. Tick records in a Bigin list/);
    expect(bigin.requests.filter(({ service }) => service !== 'web-app')).toEqual([]);
  });

  test('no Bigin page, or nothing ticked, after a removal on the same tab', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    await popup.close();
    await list.reload();
    const reloaded = await extension.openPopup(list);
    await expect(sentence(reloaded)).toHaveText(/^No record is selected/);
    // The page was reloaded to see the change; the result is still there to be undone.
    await expect(reloaded.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    await expect(reloaded.getByRole('button', { name: 'Undo' })).toBeVisible();
    await reloaded.close();
    await list.goto('about:blank');
    const elsewhere = await extension.openPopup(list);
    await expect(sentence(elsewhere)).toHaveText(/not part of Bigin/);
    await expect(elsewhere.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  });

  test('no connection', async ({ extension, bigin }) => {
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
    await expect(popup.getByRole('checkbox')).toHaveCount(0);
    // Without a client ID there is nothing to connect with yet, and the popup says where to add one.
    await popup.getByRole('button', { name: 'Connect to Bigin' }).click();
    await expect(sentence(popup)).toHaveText(/^No client ID is set up yet. Add one in the options/);
    await expect(popup.getByRole('contentinfo').getByRole('button', { name: 'Options' })).toBeVisible();
    const opened = extension.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Set-up guide' }).click();
    await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Set-up guide');
    expect(bigin.requests.filter(({ service }) => service !== 'web-app')).toEqual([]);
  });

  test('consent rejected', async ({ extension, bigin }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    await extension.answerConsent(consent, { ...dana, answer: 'Reject' });
    await expect(sentence(popup)).toHaveText(/^You declined the access at Zoho, so nothing was connected/);
    await expect(popup.getByRole('button', { name: 'Connect to Bigin' })).toBeEnabled();
    expect(bigin.requests.filter(({ service }) => service === 'api')).toEqual([]);
  });

  test('the sign-in window closed in the middle', async ({ extension, bigin }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const consent = await extension.openConsent(popup);
    await consent.close();
    await expect(sentence(popup)).toHaveText(/^The sign-in window was closed before it was finished/);
    expect(bigin.requests.filter(({ service }) => service === 'api')).toEqual([]);
    await extension.connect(popup, dana);
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test("a token for another organization than the tab's", async ({ extension, bigin }) => {
    await extension.setUp();
    const { list } = await tickThreeContacts(extension);
    const popup = await extension.openPopup(list);
    const before = [allTags(bigin, '942010964'), allTags(bigin, '942010977')];
    await extension.answerConsent(await extension.openConsent(popup), { ...dana, org: 'Zylker Workshop' });
    await expect(sentence(popup)).toHaveText(
      'You connected Zylker Workshop, but this tab shows another organization (org942010964). Connect again and choose that one at Zoho.',
    );
    await expect(popup.getByRole('checkbox')).toHaveCount(0);
    expect(changes(bigin)).toEqual([]);
    expect([allTags(bigin, '942010964'), allTags(bigin, '942010977')]).toEqual(before);
  });

  test('a tag that was deleted meanwhile', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.world.deleteTag(zylker, 'Contacts', 'VIP');
    const before = allTags(bigin);
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(
      'Nothing was changed: none of the records has the chosen tag any more.',
    );
    await expect(popup.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('checkbox', { name: /^Trade fair 2026/ })).toBeVisible();
    await expect(popup.getByRole('checkbox', { name: /^VIP/ })).toHaveCount(0);
    expect(changes(bigin)).toEqual([]);
    expect(allTags(bigin)).toEqual(before);
  });

  test('a tag that somebody else took off one of the records meanwhile', async ({ extension, bigin }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    const [others = ''] = ids;
    bigin.world.setTags(zylker, 'Contacts', others, []);
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 1 record/);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Restored 1 tag on 1 record/);
    expect(bigin.world.tagsOf(zylker, 'Contacts', others)).toEqual([]);
  });

  test('a record that was deleted meanwhile: the others are done, and it is named', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^Trade fair 2026/ }).check();
    const [gone = ''] = ids;
    bigin.world.deleteRecord(zylker, 'Contacts', gone);
    const before = allTags(bigin);
    await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    const failed = popup.getByRole('list', { name: 'Failed records' }).getByRole('listitem');
    await expect(failed).toHaveCount(1);
    await expect(failed).toContainText(gone);
    await expect(failed).toContainText('No longer in Bigin');
    const expected = Object.entries(before).map(([id, tags]) => [
      id,
      ids.includes(id) ? tags.filter((tag) => tag !== 'Trade fair 2026') : tags,
    ]);
    expect(allTags(bigin)).toEqual(Object.fromEntries(expected));
  });

  test('a module without permission', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    bigin.world.forbidModule(zylker, 'Contacts');
    const again = await extension.openPopup(list);
    await expect(sentence(again)).toHaveText(
      /^You do not have permission to do this in this module. Ask your Bigin/,
    );
    await expect(again.getByRole('checkbox')).toHaveCount(0);
    expect(changes(bigin)).toEqual([]);
  });

  test('permission withdrawn after the preview', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    const before = allTags(bigin);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.fail({
      where: { path: 'remove_tags' },
      what: noPermission,
    });
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(sentence(popup)).toHaveText(/^You do not have permission to do this in this module/);
    await expect(popup.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    expect(allTags(bigin)).toEqual(before);
  });

  test('Bigin busy for a moment is waited for, and told of where it goes on', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    const busy = { kind: 'status', status: 429, code: 'TOO_MANY_REQUESTS', message: 'x' } as const;
    bigin.fail({ where: { path: 'coql' }, times: 2, what: busy });
    const again = await extension.openPopup(list);
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
    await again.close();
    bigin.fail({ where: { service: 'api' }, times: 100, what: busy });
    const third = await extension.openPopup(list);
    await expect(sentence(third)).toHaveText(/^Bigin is getting too many requests. Wait a minute/);
  });

  test('network down', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.close();
    const before = allTags(bigin);
    bigin.fail({ where: { service: 'api' }, times: 1000, what: { kind: 'disconnect', when: 'before' } });
    const again = await extension.openPopup(list);
    await expect(sentence(again)).toHaveText(
      'Bigin cannot be reached. Check your internet connection, then try again.',
    );
    expect(allTags(bigin)).toEqual(before);
    bigin.clearFaults();
    await again.getByRole('button', { name: 'Try again' }).click();
    await expect(again.getByRole('checkbox', { name: /^VIP/ })).toBeVisible();
  });

  test('network down in the middle: the job waits, says until when, and goes on', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    bigin.fail({
      where: { path: 'remove_tags' },
      times: 1000,
      what: { kind: 'disconnect', when: 'before' },
    });
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(sentence(popup)).toHaveText(/^Bigin cannot be reached.* goes on by itself: next try at/);
    bigin.clearFaults();
    await popup.getByRole('button', { name: 'Go on now' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
    expect(ids.filter((id) => bigin.world.tagsOf(zylker, 'Contacts', id).includes('VIP'))).toEqual([]);
  });
});
