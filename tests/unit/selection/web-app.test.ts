import { beforeEach, describe, expect, it } from 'vitest';
import * as selectors from '@/lib/selection/selectors';
import { selectionOf } from '@/lib/selection/selection';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { at, newest, zylker } from '../support/fake';
import { problemOfCall } from '../support/problem-of';
import { openWebApp, type WebAppPage } from '../support/web-app';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const row = selectors.cruxRow;
const openContacts = (options = '') => openWebApp(fake, `${options}#/contacts`, row);

describe('every selector, on the pages of the web app', () => {
  const countsOn = (page: WebAppPage) => ({
    cruxTable: page.count(selectors.cruxTable),
    cruxRow: page.count(selectors.cruxRow),
    cruxSelectedRow: page.count(selectors.cruxSelectedRow),
    cruxBox: page.count(selectors.cruxBox),
    cruxTicked: page.count(`${selectors.cruxBox} :is(${selectors.cruxTicked})`),
    clearSelection: page.count(selectors.clearSelection),
    tickedBox: page.count(selectors.tickedBox),
    genericRow: page.count(selectors.genericRow),
  });

  it('has its matches counted, so that none is missing here', () => {
    const attributesAndPrefixes = ['cruxTableModule', 'cruxBoxIdPrefix'];
    expect(Object.keys(selectors).toSorted()).toEqual(
      [
        'clearSelection',
        'cruxBox',
        'cruxRow',
        'cruxSelectedRow',
        'cruxTable',
        'cruxTicked',
        'genericRow',
        'recordLink',
        'tickedBox',
        ...attributesAndPrefixes,
      ].toSorted(),
    );
  });

  it('matches a list with two ticked rows, each row drawn in two halves', async () => {
    const page = await openContacts();
    page.tick(...newest(fake, 2));
    const rows = page.count(selectors.cruxBox);
    expect(rows).toBeGreaterThan(10);
    expect(countsOn(page)).toMatchObject({
      cruxTable: 1,
      cruxRow: 2 * rows,
      cruxSelectedRow: 4,
      cruxTicked: 2,
      clearSelection: 1,
    });
    const table = page.document.querySelector(selectors.cruxTable);
    expect(table?.getAttribute(selectors.cruxTableModule)).toBe('Contacts');
    for (const box of page.document.querySelectorAll(selectors.cruxBox)) {
      expect(box.id.slice(selectors.cruxBoxIdPrefix.length)).toMatch(/^\d{19}$/);
    }
    for (const id of newest(fake, 2)) {
      const links = `${row}[id="${id}"] ${selectors.recordLink}[href$="#/contacts/${id}"]`;
      expect(page.count(links)).toBe(1);
    }
  });

  it('matches once a row where no columns are pinned', async () => {
    const page = await openContacts('?pinned=off');
    page.tick(...newest(fake, 2));
    const counts = countsOn(page);
    expect(counts.cruxRow).toBe(counts.cruxBox);
    expect(counts).toMatchObject({ cruxTable: 1, cruxSelectedRow: 2, cruxTicked: 2, clearSelection: 1 });
  });

  it('matches nothing ticked where nothing is', async () => {
    expect(countsOn(await openContacts())).toMatchObject({
      cruxSelectedRow: 0,
      cruxTicked: 0,
      clearSelection: 0,
      tickedBox: 0,
    });
  });

  it('matches the older list', async () => {
    const page = await openWebApp(fake, '#/products', 'tr[id]');
    page.click('tr[id] input');
    page.click('tr[id] input', 1);
    // The header's row besides 50 records.
    expect(countsOn(page)).toMatchObject({ cruxTable: 0, tickedBox: 2, genericRow: 51, clearSelection: 1 });
  });

  it.each(['', '?aria=off', '?boxes=input'])('matches the board in bulk mode %s', async (options) => {
    const page = await openWebApp(fake, `${options}#/deals/kanban`, 'lyte-card');
    page.click('[data-zcqa="bulkMode"]');
    page.click('lyte-card lyte-checkbox > *');
    page.click('lyte-card lyte-checkbox > *', 1);
    const boxes = [...page.document.querySelectorAll(selectors.tickedBox)];
    expect(new Set(boxes.map((box) => box.closest(selectors.genericRow))).size).toBe(2);
    expect(page.count(`lyte-card ${selectors.recordLink}.crm-kv-header-link`)).toBe(page.count('lyte-card'));
  });
});

describe('a selection on the web app', () => {
  it.each(['', '?pinned=off', '?boxes=input', '?aria=off', '?aria=off&boxes=input&pinned=off'])(
    'is what was ticked in a list %s',
    async (options) => {
      const [first = '', second = '', third = ''] = newest(fake, 3);
      const page = await openContacts(options);
      page.tick(first, second, third);
      page.tick(second);
      expect(selectionOf(page.read())).toEqual({
        dataCenter: 'us',
        org: `org${zylker}`,
        module: 'Contacts',
        ids: [first, third],
        source: 'crux-list',
        pageCount: 2,
        shortfall: 0,
      });
    },
  );

  it.each(['en', 'de', 'fr', 'ja', 'hi', 'ar', 'pt'])(
    'that goes beyond the rows drawn is noticed in %s',
    async (language) => {
      const page = await openContacts(`?lang=${language}`);
      page.click('#selectCheckbox > *');
      page.click('#selectAllRecords');
      const { ids, pageCount, shortfall } = selectionOf(page.read());
      expect(pageCount).toBe(3000);
      expect(shortfall).toBe(3000 - ids.length);
      expect(newest(fake, 50)).toEqual(expect.arrayContaining(ids));
    },
  );

  it('of a whole page says how many of its rows are not drawn', async () => {
    const page = await openContacts();
    page.click('#selectCheckbox > *');
    const { ids, shortfall } = selectionOf(page.read());
    expect(ids.length + shortfall).toBe(50);
    expect(newest(fake, 50)).toEqual(expect.arrayContaining(ids));
  });

  it('is nothing where the ticks were taken back', async () => {
    const page = await openContacts();
    page.tick(at(newest(fake, 1), 0));
    page.click(selectors.clearSelection);
    expect(problemOfCall(() => selectionOf(page.read()))).toEqual({ code: 'nothingSelected' });
  });

  it.each(['', '?older=li'])('is read from the older list %s', async (options) => {
    const page = await openWebApp(fake, `${options}#/products`, '[data-zcqa="listRow"]');
    page.click('[data-zcqa="listRow"] input', 1);
    page.click('[data-zcqa="listRow"] input', 4);
    const products = newest(fake, 5, 'Products');
    expect(selectionOf(page.read())).toMatchObject({
      module: 'Products',
      ids: [at(products, 1), at(products, 4)],
      source: 'markup',
      shortfall: 0,
    });
  });

  it('of all rows of the older list does not count its header', async () => {
    const page = await openWebApp(fake, '#/products', 'tr[id]');
    page.click('[data-zcqa="selectAll"]');
    expect(selectionOf(page.read())).toMatchObject({ ids: newest(fake, 50, 'Products'), shortfall: 0 });
  });

  it.each(['', '?aria=off', '?boxes=input'])('is read from the board %s', async (options) => {
    const page = await openWebApp(fake, `${options}#/deals/kanban`, 'lyte-card');
    page.click('[data-zcqa="bulkMode"]');
    page.click('lyte-card lyte-checkbox > *', 2);
    const link = page.document.querySelectorAll('lyte-card')[2]?.querySelector('a.crm-kv-header-link');
    expect(selectionOf(page.read())).toMatchObject({
      module: 'Pipelines',
      ids: [link?.getAttribute('href')?.split('/').at(-1)],
      shortfall: 0,
    });
  });

  it('is the record of a record’s page, whatever is ticked in its related lists', async () => {
    const contact = at(newest(fake, 1), 0);
    const account = String(fake.world.record(zylker, 'Contacts', contact)?.fields['Account_Name']);
    const page = await openWebApp(fake, `#/companies/${account}`, row);
    page.click(`${selectors.cruxBox} > *`);
    expect(page.read()).toEqual({ url: page.url, source: 'url', module: 'Accounts', ids: [account] });
  });

  it('is the record of an old link', async () => {
    const id = at(newest(fake, 1), 0);
    const page = await openWebApp(fake, `/crm/org${zylker}/tab/Contacts/${id}`, 'h1');
    expect(selectionOf(page.read())).toMatchObject({ module: 'Contacts', ids: [id], source: 'url' });
  });

  it('of two modules in a search’s results is none', async () => {
    const page = await openWebApp(fake, '#/search?word=a', row);
    const boxOf = (module: string) =>
      `${selectors.cruxTable}[cx-prop-module="${module}"] ${selectors.cruxBox} > *`;
    page.click(boxOf('Accounts'));
    page.click(boxOf('Accounts'), 1);
    expect(selectionOf(page.read())).toMatchObject({ module: 'Accounts', pageCount: 2, shortfall: 0 });
    page.click(boxOf('Contacts'));
    expect(problemOfCall(() => selectionOf(page.read()))).toEqual({
      code: 'selectionUnreadable',
      values: { count: 3 },
    });
  });

  it('of tasks, events and calls in one list does not guess a module', async () => {
    const page = await openWebApp(fake, '#/activities', row);
    page.click(`${selectors.cruxBox} > *`);
    expect(problemOfCall(() => selectionOf(page.read()))).toEqual({ code: 'moduleUnknown' });
  });

  it('is nothing on a page without records', async () => {
    const page = await openWebApp(fake, '#/settings', 'main *');
    expect(problemOfCall(() => selectionOf(page.read()))).toEqual({ code: 'nothingSelected' });
  });
});
