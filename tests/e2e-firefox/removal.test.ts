import { describe, expect } from 'vitest';
import { builtInClientId, registerBuiltInClient } from '../e2e/support/built-in-client';
import { zylker } from '../e2e/support/bigin-url';
import type { ServedFakeBigin } from '../fake-bigin/index';
import type { Extension } from './support/extension';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says, shows, textOf } from './support/screen';

const test = firefoxTest();

/** Removes a tag from what is ticked, and brings it back, once the extension is set up. */
async function goTheWholeWay(
  extension: Extension,
  bigin: ServedFakeBigin,
  setUp: () => Promise<unknown>,
): Promise<void> {
  await extension.viewSays('/welcome.html', /Set-up guide/);
  await setUp();
  const { ids } = await extension.tickContacts(3);
  await expect.poll(() => extension.badge(), patience).toBe('3');
  const tagsOf = () => ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id).toSorted());
  const before = tagsOf();

  const popup = await extension.openPopup();
  await says(popup, '3 Contacts selected', 'h1');
  await extension.connect(popup);
  await shows(popup, 'checkbox', 'VIP');
  expect(await textOf(popup)).toMatch(/VIP\s+on 2 of 3 records/);
  await press(popup, 'VIP', 'checkbox');
  await press(popup, 'Remove 1 tag from 2 records');
  await says(popup, 'Removed 1 tag from 2 records', 'output');
  expect(tagsOf()).toEqual(before.map((tags) => tags.filter((tag) => tag !== 'VIP')));

  await press(popup, 'Undo');
  await says(popup, 'Restored 1 tag on 2 records', 'output');
  expect(tagsOf()).toEqual(before);
  const changed = bigin.tagChanges.map(
    ({ id, removed, added }) => `${id} -${removed.join()} +${added.join()}`,
  );
  const [first, , third] = ids;
  expect(changed.toSorted()).toEqual(
    [`${first} -VIP +`, `${third} -VIP +`, `${first} - +VIP`, `${third} - +VIP`].toSorted(),
  );
}

describe('the whole way once', () => {
  test('install, set up, connect, tick, choose a tag: it is gone from those records and no others; undo brings it back', async ({
    bigin,
    extension,
  }) => {
    await goTheWholeWay(extension, bigin, () => extension.setUp());
  });

  // A release's may carry one.
  if (builtInClientId !== '') {
    test('with the client that the package carries, there is none to set up', async ({
      bigin,
      extension,
    }) => {
      registerBuiltInClient(bigin);
      await goTheWholeWay(extension, bigin, async () => {
        const guide = await extension.open('welcome.html');
        await says(guide, 'Data center');
        expect(await textOf(guide)).not.toContain('Client ID');
      });
    });
  }
});

describe('without the popup', () => {
  test('the context menu opens it for the selection, and removes the last tag again at one press', async ({
    bigin,
    extension,
  }) => {
    const options = await extension.setUp();
    await extension.connect(options, 'Connect');
    await says(options, 'Connected Zylker Trading');
    const { list, ids } = await extension.tickContacts(3);
    const window = await extension.window();
    await list.bringToFront();
    await expect.poll(() => extension.badge(), patience).toBe('3');
    const place = await list.waitForSelector('[data-zcqa="clearRecords"]');
    if (!place) throw new Error('Nothing is ticked');

    await window.pressMenuItem(list, place, 'Remove tags…');
    await extension.viewSays('/popup.html', /3 Contacts selected[^]*VIP\s+on 2 of 3 records/);
    // As wide as it is meant to be, and as high as what it shows.
    await expect.poll(async () => (await window.popupSize())?.width, patience).toBe(380);
    expect((await window.popupSize())?.height).toBeGreaterThan(240);
    const link = await list.$('a[href*="/contacts/"]');
    if (!link) throw new Error('The list has no links');
    await window.pressMenuItem(list, link, 'Remove tags from this link’s record…');
    await extension.viewSays('/popup.html', /1 Contact selected/);

    const popup = await extension.openPopup();
    await press(popup, 'VIP', 'checkbox');
    await press(popup, 'Remove 1 tag from 2 records');
    await says(popup, 'Removed 1 tag from 2 records', 'output');
    await press(popup, 'Done');
    await popup.close();

    for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, ['VIP', 'Kept']);
    // Where the browser was slow, the popup of the link came in a window, which would be the one in view.
    await window.closePopups();
    await window.pressMenuItem(list, place, 'Remove “VIP”');
    const tagsOf = () => ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id));
    await expect.poll(tagsOf, patience).toEqual([['Kept'], ['Kept'], ['Kept']]);
    // Older ones let nobody open the toolbar's popup a while after the press: its page comes in a window.
    await extension.viewSays('/popup.html', /Removed 1 tag from 3 records/);
  });

  test('the sidebar opens from the popup, and follows what is ticked', async ({ extension }) => {
    const { list } = await extension.tickContacts(2);
    const popup = await extension.openPopup();
    await says(popup, '2 Contacts selected', 'h1');
    await press(popup, 'More');
    await press(popup, 'Open in the side panel');
    const window = await extension.window();
    await expect.poll(() => window.sidebar(), patience).toContain('untag-for-bigin');
    await list.bringToFront();
    await extension.viewSays('/sidepanel.html', /2 Contacts selected/);
    const [, , third] = await list.$$('lyte-checkbox[id^="selectEntity_"]');
    await third?.click();
    await extension.viewSays('/sidepanel.html', /3 Contacts selected/);
  });
});
