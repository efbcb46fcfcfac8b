import { describe, expect } from 'vitest';
import { zylker } from '../e2e/support/bigin-url';
import { connectInOptions } from './support/connect-in-options';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says } from './support/screen';

const test = firefoxTest();

describe('without the popup', () => {
  test('the context menu opens it for the selection, and removes the last tag again at one press', async ({
    bigin,
    extension,
  }) => {
    await connectInOptions(extension);
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
