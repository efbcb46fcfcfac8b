import { biginUrl, tick, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { pasteWithUnreadableCall } from './support/paste';
import { allTags, connectedPopup, giveTags, removeAllTags } from './support/prepare';

test.describe('what the user gives in place of the page’s selection', () => {
  test('pasted ids, links and CSV, with what was not understood listed line by line', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    const { Contacts: contacts = [], Tasks: tasks = [] } = bigin.world.org(zylker)?.records ?? {};
    const [contact, task] = [contacts[7]?.id ?? '', tasks[3]?.id ?? ''];
    giveTags(bigin, [contact, task], ['VIP']);
    const before = allTags(bigin);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    const rows = [
      'Record Id,Full Name,Phone',
      `zcrm_${contact},"Doe, Jane",415555012345678`,
      '6.33185E+18,Rounded,',
      `${task},A task,`,
      `https://bigin.zoho.com/bigin/org1/Home#/contacts/${contact},Elsewhere,`,
    ];
    await popup.getByLabel('Ids, links or CSV').fill(rows.join('\n'));
    await expect(popup.getByRole('status')).toHaveText('2 records understood');
    const notUnderstood = popup.getByRole('list', { name: 'Lines not understood' });
    const lines = notUnderstood.getByRole('listitem');
    await expect(lines).toHaveCount(2);
    // By keys, too, and what follows is reached by scrolling on from there.
    await popup.getByLabel('Ids, links or CSV').press('Tab');
    await expect(notUnderstood).toBeFocused();
    await expect(lines.nth(0)).toContainText(/Line 3.*rounded this id/);
    await expect(lines.nth(1)).toContainText(/Line 5.*another organization/);

    await popup.getByRole('button', { name: 'Use 2 records' }).click();
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    await removeAllTags(popup);
    await popup.getByRole('radio', { name: '1 Task' }).check({ force: true });
    await expect(popup.getByRole('heading', { name: '1 Task selected' })).toBeVisible();
    await removeAllTags(popup);
    expect(allTags(bigin)).toEqual({ ...before, [contact]: [], [task]: [] });

    // It outlives the popup, and gives way to the page's selection when that is asked for.
    await popup.close();
    const again = await extension.openPopup(list);
    await again.getByRole('radio', { name: '1 Task' }).check({ force: true });
    await again.getByRole('button', { name: 'Done' }).click();
    await again.getByRole('button', { name: 'Back to the page’s selection' }).click();
    await expect(again.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  });

  test('ids that Bigin does not have are told, and nothing else is done', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    const [known] = bigin.world.org(zylker)?.records.Contacts ?? [];
    await popup.getByLabel('Ids, links or CSV').fill(`7618134999999999999\n${known?.id}`);
    await popup.getByRole('button', { name: 'Use 2 records' }).click();
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    await expect(popup.getByText('1 selected record is no longer in Bigin')).toBeVisible();
    await expect(popup.getByText('(3 records selected there)')).toBeVisible();
  });

  test('none of which Bigin has is told where it was pasted, and the page’s selection is still there', async ({
    extension,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await popup.getByLabel('Ids, links or CSV').fill('7618134999999999999');
    await popup.getByRole('button', { name: 'Use 1 record' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/Bigin does not have this record any more/);
    await expect(popup.getByLabel('Ids, links or CSV')).toHaveValue('7618134999999999999');
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByLabel('Ids, links or CSV')).toHaveValue('7618134999999999999');
    await again.getByRole('button', { name: 'Back' }).click();
    await expect(again.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  });

  test('a tag to remove everywhere is shown with the records that carry it when one looks', async ({
    extension,
    bigin,
  }) => {
    const { popup } = await connectedPopup(extension);
    const vip = popup.getByRole('checkbox', { name: 'VIP', exact: true });
    const open = async () => {
      await popup.getByRole('button', { name: 'More' }).click();
      await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
    };
    await open();
    await vip.check();
    await expect(vip).toHaveAccessibleDescription('on 430 records');
    await popup.getByRole('button', { name: 'Back' }).click();
    const org = bigin.world.org(zylker);
    const tagged = org?.records.Contacts.filter(({ tags }) => tags.includes('VIP')) ?? [];
    giveTags(
      bigin,
      tagged.slice(0, 2).map(({ id }) => id),
      [],
    );
    const [newsletter] = org?.tags.Contacts.filter(({ name }) => name === 'Newsletter') ?? [];
    Object.assign(newsletter ?? {}, { name: 'Letters' });
    await open();
    await vip.check();
    await expect(vip).toHaveAccessibleDescription('on 428 records');
    await expect(popup.getByRole('checkbox', { name: 'Letters' })).toBeVisible();
    await expect(popup.getByRole('checkbox', { name: 'Newsletter' })).toHaveCount(0);
  });

  test('takes the place of the link that the popup was opened on', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    const { Contacts: contacts = [], Accounts: companies = [] } = bigin.world.org(zylker)?.records ?? {};
    await popup.close();
    const onLink = await extension.openPopup(list, biginUrl(zylker, `/companies/${companies[0]?.id}`));
    await expect(onLink.getByRole('heading', { name: '1 Company selected' })).toBeVisible();
    await onLink.getByRole('button', { name: 'More' }).click();
    await onLink.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await onLink.getByLabel('Ids, links or CSV').fill(`${contacts[3]?.id}\n${contacts[4]?.id}`);
    await onLink.getByRole('button', { name: 'Use 2 records' }).click();
    await expect(onLink.getByRole('heading', { name: '2 Contacts selected' })).toBeVisible();
  });

  test('for an organization that the tab has left meanwhile is refused', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await list.goto(biginUrl('942010977', '/contacts'));
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    const [known] = bigin.world.org(zylker)?.records.Contacts ?? [];
    await popup.getByLabel('Ids, links or CSV').fill(known?.id ?? '');
    await popup.getByRole('button', { name: 'Use 1 record' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/The tab shows another organization by now/);
  });

  test('is left when the user is done with it', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    const [, , , , contact] = bigin.world.org(zylker)?.records.Contacts ?? [];
    giveTags(bigin, [contact?.id ?? ''], ['VIP']);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    await popup.getByLabel('Ids, links or CSV').fill(contact?.id ?? '');
    await popup.getByRole('button', { name: 'Use 1 record' }).click();
    await expect(popup.getByText('These records come from the list that you pasted.')).toBeVisible();
    await removeAllTags(popup);
    await expect(popup.getByText('These records come from the list that you pasted.')).toBeVisible();
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  });

  test('that a permission is missing for stays open, and is not called gone', async ({
    extension,
    bigin,
  }) => {
    const { list, popup } = await connectedPopup(extension);
    await pasteWithUnreadableCall(popup, bigin);
    await expect(popup.getByRole('heading', { name: '1 record' })).toBeHidden();
    await expect(
      popup.getByText('1 record could not be looked up, since this connection may not read Calls'),
    ).toBeVisible();
    bigin.clearFaults();
    await popup.close();
    const again = await extension.openPopup(list);
    await expect(again.getByRole('radio', { name: '1 Call' })).toBeAttached();
  });

  test('is left behind by a tab that goes to another organization', async ({ extension, bigin }) => {
    const { list, popup } = await connectedPopup(extension);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Paste ids, links or CSV…' }).click();
    const [known] = bigin.world.org(zylker)?.records.Contacts ?? [];
    await popup.getByLabel('Ids, links or CSV').fill(known?.id ?? '');
    await popup.getByRole('button', { name: 'Use 1 record' }).click();
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    await popup.close();
    await list.goto(biginUrl('942010977', '/contacts'));
    await tick(list, [0, 1]);
    const again = await extension.openPopup(list);
    await expect(again.getByRole('heading', { name: '2 Contacts selected' })).toBeVisible();
  });

  test('a tag that no record has any more', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    for (const record of bigin.world.org(zylker)?.records.Tasks ?? []) record.tags.length = 0;
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Remove a tag everywhere…' }).click();
    await popup.getByLabel('Module').selectOption('Tasks');
    await popup.getByRole('checkbox', { name: 'VIP' }).check();
    await popup.getByRole('button', { name: 'Find Tasks with this tag' }).click();
    await expect(popup.getByRole('alert')).toHaveText(/No record has any of the chosen tags any more/);
    await popup.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(popup.getByRole('heading', { name: '3 Contacts selected' })).toBeVisible();
  });
});

test.describe('a page that was misread', () => {
  test('is described without anything personal, and copied', async ({ extension, bigin }) => {
    const { popup } = await connectedPopup(extension);
    await extension.context.grantPermissions(['clipboard-read']);
    await popup.getByRole('button', { name: 'More' }).click();
    await popup.getByRole('button', { name: 'Report a page we misread' }).click();
    await popup.getByRole('button', { name: 'Copy' }).click();
    await expect(popup.getByRole('status')).toHaveText('Copied');
    const text = await popup.getByLabel('Description of the page').inputValue();
    expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(text);
    expect(text).toContain('Read: 3 by list (Contacts)');
    expect(text).toContain('crux-table-component');
    expect(text).toContain('selectEntity_<19 digits>');
    const org = bigin.world.org(zylker);
    const secrets = [
      ...(org?.records.Contacts ?? []).slice(0, 60).flatMap(({ id, name, fields, tags }) => [
        id,
        name,
        ...tags,
        ...Object.values(fields)
          .map(String)
          .filter((value) => value.length > 3 && value !== 'null'),
      ]),
      zylker,
      'Zylker',
    ];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
