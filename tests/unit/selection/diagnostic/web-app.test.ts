import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describePage } from '@/lib/selection/diagnostic/describe-page';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import { at, newest, zylker } from '../../support/fake';
import { openWebApp, type WebAppPage } from '../../support/web-app';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const crux = 'lyte-exptable-tr[data-zcqa="detailView"]';
const older = '[data-zcqa="listRow"]';
const boxes = `${crux} lyte-checkbox > *, lyte-card lyte-checkbox > *, ${older} input`;

/** Opens a page and ticks two of its rows, where it has any. */
async function openTicked(path: string, shown: string): Promise<WebAppPage> {
  const page = await openWebApp(fake, path, shown);
  if (page.count('[data-zcqa="bulkMode"]') > 0) page.click('[data-zcqa="bulkMode"]');
  if (page.count(boxes) > 6) for (const index of [3, 5]) page.click(boxes, index);
  return page;
}

/** The description, read with the globals of the page's own window, as in a content script. */
function descriptionOf(page: WebAppPage): string {
  const window = page.document.defaultView;
  if (!window) throw new Error('the page has no window');
  for (const name of ['Document', 'Element', 'Node'] as const) vi.stubGlobal(name, window[name]);
  return describePage(page.document, page.url);
}

describe('the description of the web app’s pages has what selectors are made of', () => {
  it('on a list', async () => {
    const text = descriptionOf(await openTicked('#/contacts', crux));
    expect(text).toMatch(/^page: https:\/\/bigin\.zoho\.com\/bigin\/org<9 digits>\/Home#\/contacts\n/);
    for (const part of [
      'crux-table-component#listcrux[data-zcqa=cxListViewTable].cxLvTableComp.Contacts',
      '[cx-prop-module=<module>]',
      'lyte-exptable-tr#cxLvTableHeaderRow',
      'lyte-checkbox#selectCheckbox[data-zcqa=listView_selectAllEntity]',
      'lyte-exptable-tr#<19 digits>.cxLvTableRow[data-zcqa=detailView]',
      'lyte-exptable-tr#<19 digits>.cxLvTableRow.cxLvTableRowSelected[data-zcqa=detailView]',
      'lyte-checkbox#selectEntity_<19 digits>[role=checkbox]',
      'span.cxListVwCustomCheckBoxChecked',
      'span.cxListVwCustomCheckBox\n',
      'span.cxLvSelectedCount text: words and a number of 1 digits',
      'button[type=button].quietButton[data-zcqa=clearRecords]',
      '[href=<url #/contacts/<19 digits>>]',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each(['?aria=off', '?boxes=input', '?pinned=off', '?lang=ar', '?lang=ja'])(
    'on a list %s, its ticked row included',
    async (options) => {
      const text = descriptionOf(await openTicked(`${options}#/contacts`, crux));
      expect(text).toContain('.cxLvTableRowSelected');
      expect(text).toMatch(options === '?boxes=input' ? /:checked/ : /cxListVwCustomCheckBoxChecked/);
    },
  );

  it('on a board', async () => {
    const text = descriptionOf(await openTicked('#/deals/kanban', 'lyte-card'));
    for (const part of [
      'lyte-board[data-pipelines=<19 digits>]',
      'lyte-card.crm-kv-card\n',
      'lyte-card.crm-kv-card.crm-kv-card-selected',
      'a.crm-kv-header-link[data-zcqa=<text>][href=<url #/deals/<19 digits>>]',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each([
    ['', 'tr#<19 digits>[data-zcqa=listRow].selected'],
    ['?older=li', 'li[data-id=<19 digits>][data-zcqa=listRow].selected'],
  ])('on an older list %s', async (options, row) => {
    const text = descriptionOf(await openTicked(`${options}#/products`, older));
    expect(text).toContain(row);
    expect(text).toContain('input[type=checkbox][aria-label=<text>]:checked');
    expect(text).toContain('[data-zcqa=<text>]');
  });
});

/** Words that the app's markup and the description have, whatever the page says. */
const structure = new Set(
  `activities all bar bigin bulk button calls card check clear color companies contacts contact content count
  crm custom data deals detail digits events field for has header home host http https info input kanban label lang language
  like list main mark module more name nodes none number off option org page pages pager pipelines products
  product range record records refresh related rows row search section select selected selection settings
  show size table tab tag tags tasks task text that the them title type value view what words where with`.split(
    /\s+/,
  ),
);

const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? [];
const segmentsOf = (text: string) =>
  wordsOf(text).flatMap((word) => [word, ...(word.match(/\p{Lu}*\p{Ll}+|\p{Lu}+/gu) ?? [])]);
const isTelling = (word: string) => word.length > 2 && !structure.has(word.toLowerCase());

/** Every text of the page, and everything that its organization holds, users and tags included. */
function dataOf(page: WebAppPage): string[] {
  const org = fake.world.org(zylker);
  if (!org) throw new Error('the organization is gone');
  const records = Object.values(org.records).flat();
  const users = fake.world.users.flatMap(({ name, email }) => [name, email]);
  const tags = Object.values(org.tags).flat();
  return [
    page.document.body.textContent,
    org.companyName,
    org.id,
    org.zgid,
    org.idPrefix,
    ...users,
    ...tags.flatMap(({ id, name }) => [id, name]),
    ...Object.values(org.views).flatMap((views) => views.flatMap(({ id, name }) => [id, name])),
    ...records.flatMap(({ id, name, fields }) => [id, name, ...Object.values(fields).map(String)]),
  ];
}

describe('the description of the web app’s pages holds nobody’s data', () => {
  const contactPage = () => `#/contacts/${at(newest(fake, 1), 0)}`;
  const companyPage = () => `#/companies/${at(newest(fake, 1, 'Accounts'), 0)}`;

  it.each([
    ['a list', () => '#/contacts', crux],
    ['a list in German', () => '?lang=de#/contacts', crux],
    ['a board', () => '#/deals/kanban', 'lyte-card'],
    ['activities', () => '#/activities', crux],
    ['a search', () => '#/search?word=watson', crux],
    ['a contact’s page', contactPage, 'h1'],
    ['a company’s page', companyPage, crux],
    ['an old link', () => `/crm/org${zylker}/tab/Contacts/${at(newest(fake, 1), 0)}`, 'h1'],
    ['an older list', () => '#/products', older],
    ['an older list of items', () => '?older=li#/products', older],
    ['settings', () => '#/settings', 'main *'],
  ])('on %s', async (_, path, shown) => {
    const page = await openTicked(path(), shown);
    const text = descriptionOf(page)
      .replace('page: https://bigin.zoho.com', '')
      .replaceAll(/row \d+ of \d+|… \d+ more|… more like this|\d+ (?=nodes|check boxes|of them|rows)/g, '');
    expect(text.length).toBeGreaterThan(200);
    const told = new Set([...segmentsOf(text)].map((word) => word.toLowerCase()));
    const data = dataOf(page);
    const known = new Set(
      data
        .flatMap(segmentsOf)
        .filter(isTelling)
        .map((word) => word.toLowerCase()),
    );
    expect(known.size).toBeGreaterThan(250);
    expect([...known].filter((word) => told.has(word))).toEqual([]);
    // Whole values, e-mail addresses and phone numbers among them, wherever in a word they might stand.
    const lower = text.toLowerCase();
    const values = data.filter((value) => value.length > 4 && wordsOf(value).every(isTelling));
    expect(values.filter((value) => lower.includes(value.toLowerCase()))).toEqual([]);
    expect(text).not.toMatch(/\d{4}/);
  });
});
