import { tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { changes, connectedPopup, tickThreeContacts } from './support/prepare';

const repeat = 'repeat-removal';

test.describe('the keyboard commands', () => {
  test('have keys from the start, that no browser takes for itself, and say what they do', async ({
    extension,
  }) => {
    const worker = await extension.worker;
    expect(await worker.evaluate(() => chrome.commands.getAll())).toEqual([
      expect.objectContaining({ name: '_execute_action', shortcut: 'Alt+Shift+U' }),
      {
        name: repeat,
        shortcut: 'Alt+Shift+Y',
        description: 'Repeat the last removal on what is selected now',
      },
    ]);
  });

  test('that find nothing to remove say so, and do not tell the last result as if it were theirs', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    await popup.close();
    const sent = changes(bigin).length;
    await extension.pressCommand(list, repeat);
    await extension.toolbarPopup(async (shown) => {
      await expect(shown.getByRole('alert')).toHaveText('On none of the selected records: VIP');
      await expect(shown.getByText(/^Removed/)).toHaveCount(0);
    });
    expect(changes(bigin)).toHaveLength(sent);
  });

  test('repeat the last removal of the module on what is selected now', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    for (const tag of ['VIP', 'Trade fair 2026']) {
      await popup.getByRole('checkbox', { name: tag }).check();
    }
    await popup.getByRole('button', { name: 'Remove 2 tags from 3 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed/);
    await popup.getByRole('button', { name: 'Done' }).click();
    await popup.close();
    await list.locator('[data-zcqa="clearRecords"]').click();
    const ids = await tick(list, [4, 5]);
    for (const id of ids) bigin.world.setTags(zylker, 'Contacts', id, ['VIP', 'Newsletter']);

    await extension.pressCommand(list, repeat);
    await extension.toolbarPopup((shown) =>
      expect(shown.getByRole('status')).toHaveText('Removed 1 tag from 2 records'),
    );
    expect(ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id))).toEqual([
      ['Newsletter'],
      ['Newsletter'],
    ]);

    // In another module nothing was removed yet.
    bigin.requests.length = 0;
    await list.evaluate(() => (location.hash = '/companies'));
    await tick(list, [0]);
    await extension.pressCommand(list, repeat);
    await extension.toolbarPopup((shown) =>
      expect(shown.getByRole('heading', { name: '1 Company selected' })).toBeVisible(),
    );
    expect(changes(bigin)).toEqual([]);
  });

  test('open the popup where there is nothing to repeat', async ({ extension }) => {
    const { list } = await tickThreeContacts(extension);
    await extension.pressCommand(list, repeat);
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible(),
    );
  });
});
