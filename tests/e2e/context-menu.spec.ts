import { biginUrl, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { tickThreeContacts } from './support/prepare';

test.describe('the context menu', () => {
  test('opens the popup for the selection', async ({ extension }) => {
    const { list } = await tickThreeContacts(extension);
    await extension.clickMenuItem(list);
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible(),
    );
  });

  test('on a link to a record, opens the popup for that record', async ({ extension, bigin }) => {
    const { list } = await tickThreeContacts(extension);
    const [company] = bigin.world.org(zylker)?.records.Accounts ?? [];
    await extension.clickMenuItem(list, biginUrl(zylker, `/companies/${company?.id}`));
    await extension.toolbarPopup((popup) =>
      expect(popup.getByRole('heading', { name: '1 Company selected' })).toBeVisible(),
    );
  });
});
