import type { Page } from '@playwright/test';
import { biginUrl, tick, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';
import { beginLargeRemoval } from './support/large-removal';
import { popupWithTags, tagNames } from './support/many-tags';
import { connectedPopup } from './support/prepare';

test.describe('a popup that is closed and opened again', () => {
  test('still has the chosen tags and the filter, until the job starts', async ({ extension, bigin }) => {
    const { list, popup } = await popupWithTags(extension, bigin, { onOne: tagNames(8), onAll: ['VIP'] });
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await popup.getByRole('searchbox').fill('0003');
    await popup.getByRole('checkbox', { name: 'Tag 0003' }).check();
    await popup.close();

    const again = await extension.openPopup(list);
    await expect(again.getByRole('searchbox')).toHaveValue('0003');
    await expect(again.getByRole('checkbox')).toHaveCount(1);
    await expect(again.getByRole('checkbox', { name: 'Tag 0003' })).toBeChecked();
    await expect(again.getByText('1 chosen tag is not shown')).toBeVisible();
    await again.getByRole('button', { name: 'Remove 2 tags from 3 records' }).click();
    await expect(again.getByRole('status')).toHaveText(/^Removed 2 tags from 3 records/);
    await again.getByRole('button', { name: 'Undo' }).click();
    await expect(again.getByRole('status')).toHaveText(/^Restored/);
    await again.getByRole('button', { name: 'Done' }).click();
    await expect(again.getByRole('searchbox')).toHaveValue('');
    await expect(again.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });

  test('has nothing chosen for another selection', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.close();
    await tick(list, [3]);
    const other = await extension.openPopup(list);
    await expect(other.getByRole('heading', { name: '4 Contacts selected' })).toBeVisible();
    await expect(other.getByRole('checkbox').first()).toBeVisible();
    await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await other.close();
    // Nor for the first one again.
    await tick(list, [3]);
    const first = await extension.openPopup(list);
    await expect(first.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
    await expect(first.getByRole('checkbox').first()).toBeVisible();
    await expect(first.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });

  test('is at the panel that was open, with the text that was pasted', async ({ extension }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await popup.getByLabel('Ids, links or CSV').fill('7618134000000632028');
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByLabel('Ids, links or CSV')).toHaveValue('7618134000000632028');
    await expect(again.getByRole('button', { name: 'Use 1 record' })).toBeEnabled();
    await again.getByRole('button', { name: 'Back' }).click();
    await expect(again.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
    await again.close();
    const last = await extension.openPopup(list);
    await expect(last.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  });

  test('finds a tag to remove everywhere by its letters and the keys, and still has what was typed', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await popupWithTags(extension, bigin, { onOne: tagNames(60) });
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
    const filter = popup.getByRole('searchbox', { name: 'Filter tags' });
    await expect(filter).toBeVisible();
    await popup.getByRole('heading', { level: 1 }).focus();
    await popup.keyboard.type('tag 004');
    await expect(filter).toBeFocused();
    await expect(popup.getByRole('checkbox')).toHaveCount(11);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('checkbox', { name: 'Tag 0040' })).toBeChecked();
    await popup.close();

    const again = await extension.openPopup(list);
    const typed = again.getByRole('searchbox', { name: 'Filter tags' });
    await expect(typed).toHaveValue('tag 004');
    await expect(again.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await typed.fill('0050');
    await expect(again.getByText('1 chosen tag is not shown')).toBeVisible();
    await typed.press('Enter');
    await expect(again.getByRole('checkbox', { name: 'Tag 0050' })).toBeChecked();
    await expect(again.getByRole('button', { name: 'Find Contacts with any of these tags' })).toBeEnabled();
  });

  test('still has the module and the tags that were chosen to be removed everywhere', async ({
    extension,
  }) => {
    const openByTag = async (popup: Page) => {
      await popup.getByRole('button', { name: 'More' }).click();
      await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
    };
    const { list, popup } = await connectedPopup(extension);
    await openByTag(popup);
    await popup.getByLabel('Module').selectOption('Tasks');
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await popup.getByRole('checkbox').last().check();
    await popup.close();

    const again = await extension.openPopup(list);
    await expect(again.getByLabel('Module')).toHaveValue('Tasks');
    await expect(again.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expect(again.getByRole('checkbox', { name: 'VIP' })).toBeChecked();
    await expect(again.getByRole('button', { name: 'Find Tasks with any of these tags' })).toBeEnabled();
    await again.getByRole('checkbox', { name: 'VIP' }).uncheck();
    await again.close();

    const third = await extension.openPopup(list);
    await expect(third.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(third.getByRole('checkbox', { name: 'VIP' })).not.toBeChecked();
    await third.getByRole('button', { name: 'Back' }).click();
    await openByTag(third);
    await expect(third.getByLabel('Module')).toHaveValue('Contacts');
    await expect(third.getByRole('checkbox', { name: 'VIP' })).not.toBeChecked();
  });
});

test.describe('a popup that is opened on a link', () => {
  const openOnLink = async (extension: Extension, list: Page, id: string | undefined) => {
    const popup = await extension.openPopup(list, biginUrl(zylker, `/contacts/${id}`));
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    return popup;
  };

  test('speaks of the organization that the link leads to, not of the tab’s', async ({
    extension,
    bigin,
  }) => {
    await extension.setUp();
    const list = await extension.openBigin(biginUrl('20098765432', '/companies', 'bigin.zoho.eu'));
    await tick(list, [0]);
    const popup = await extension.openPopup(list);
    const email = bigin.world.users.find(({ orgs }) => orgs.includes('20098765432'))?.email ?? '';
    await extension.connect(popup, { email });
    await expect(popup.getByRole('heading', { name: '1 Firma selected' })).toBeVisible();
    const [company] = bigin.world.org(zylker)?.records.Accounts ?? [];
    const onLink = await extension.openPopup(list, biginUrl(zylker, `/companies/${company?.id}`));
    await expect(onLink.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
  });

  test('leaves what was chosen for the page’s selection, and has its own again', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.close();
    const id = bigin.world.org(zylker)?.records.Contacts[0]?.id;
    if (id) bigin.world.setTags(zylker, 'Contacts', id, ['VIP', 'Trade fair 2026']);
    const onLink = await openOnLink(extension, list, id);
    await expect(onLink.getByRole('checkbox', { name: 'VIP' })).not.toBeChecked();
    await onLink.getByRole('checkbox', { name: 'Trade fair 2026' }).check();
    await onLink.close();
    const sameLink = await openOnLink(extension, list, id);
    await expect(sameLink.getByRole('checkbox', { name: 'Trade fair 2026' })).toBeChecked();
    await expect(sameLink.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await sameLink.close();

    const page = await extension.openPopup(list);
    await expect(page.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^VIP/ })).toBeChecked();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  });

  test('shows that record, though a job of the tab runs, which is at hand', async ({ extension, bigin }) => {
    const { list, popup } = await beginLargeRemoval(extension, bigin, 2_000, 1_000);
    await popup.close();
    const onLink = await openOnLink(extension, list, bigin.world.org(zylker)?.records.Contacts[0]?.id);
    await expect(onLink.getByText('A job is not over yet.')).toBeVisible();
    await onLink.getByRole('button', { name: 'Show' }).click();
    await expect(onLink.getByRole('progressbar', { name: 'Removing 1 tag…' })).toBeVisible();
  });

  test('leaves the panel that was open, with its text', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await popup.getByLabel('Ids, links or CSV').fill('7618134000000632028');
    await popup.close();
    const id = bigin.world.org(zylker)?.records.Contacts[0]?.id;
    if (id) bigin.world.setTags(zylker, 'Contacts', id, ['VIP', 'Trade fair 2026']);
    const onLink = await openOnLink(extension, list, id);
    await onLink.getByRole('checkbox', { name: 'VIP' }).check();
    // A panel of its own is opened in it, and left.
    await onLink.getByRole('button', { name: 'More' }).click();
    await onLink.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await expect(onLink.getByLabel('Ids, links or CSV')).toHaveValue('7618134000000632028');
    await onLink.close();
    const page = await extension.openPopup(list);
    await expect(page.getByLabel('Ids, links or CSV')).toHaveValue('7618134000000632028');
  });
});

test('what is asked for with one press is told though a panel was left open, which stays for the next time', async ({
  extension,
}) => {
  const { list, popup } = await connectedPopup(extension);
  await popup.getByRole('button', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
  await popup.getByLabel('Ids, links or CSV').fill('7618134000000632028');
  await popup.close();
  await extension.clickMenuItem(list);
  await extension.toolbarPopup((opened) =>
    expect(opened.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible(),
  );
  const later = await extension.openPopup(list);
  await expect(later.getByLabel('Ids, links or CSV')).toHaveValue('7618134000000632028');
});

test('a popup that is opened to remove certain tags has them chosen, where the records carry them', async ({
  extension,
}) => {
  const { list, popup } = await connectedPopup(extension);
  await popup.close();
  const asked = await extension.openPage(
    `popup.html?tab=${await extension.tabId(list)}&choose=VIP&choose=Nobody%20has%20it`,
  );
  await expect(asked.getByRole('checkbox', { name: /^VIP/ })).toBeChecked();
  await expect(asked.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await asked.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
  await expect(asked.getByRole('status')).toHaveText(/^Removed 1 tag from 2 records/);
  // What was asked for is done: nothing is said of it any more.
  await asked.getByRole('button', { name: 'Done' }).click();
  await expect(asked.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  await expect(asked.getByRole('alert')).toHaveCount(0);
});
