import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';

test.describe('the whole way once', () => {
  test('tick records, connect, choose a tag: it is gone from those records and no others; undo brings it back', async ({
    bigin,
    extension,
  }) => {
    await extension.setUp();
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
    await extension.connect(popup, { email: 'dana@zylker.example', org: 'Zylker Trading' });

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
  });
});
