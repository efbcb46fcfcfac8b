// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeBigin, type FakeBigin } from '../index';
import type { ModuleName, Org } from '../world/types';
import type { CruxTableComponent } from './client/crux/crux-table-component';
import { drawPage, zgid, type DrawnPage } from './drawn-page';

// Whole pages are drawn here, which takes long where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const row = '[data-zcqa="detailView"]';
const box = 'lyte-checkbox[id^="selectEntity_"]';
const ticked = '.cxListVwCustomCheckBoxChecked';
const next = '[data-zcqa="nextPage"]';
const previous = '[data-zcqa="previousPage"]';
const olderRow = '[data-zcqa="listRow"]';
const count = '.cxLvSelectedCount';
const clear = '[data-zcqa="clearRecords"]';
const viewPicker = '[data-zcqa="customViewPicker"]';

const open = (path: string, shown = row) => drawPage(fake, path, shown);
const org = (): Org => {
  const found = fake.world.org(zgid);
  if (!found) throw new Error('no organization');
  return found;
};
const viewIds = (module: ModuleName) => org().views[module].map(({ id }) => id);
const idsOfBoxes = (page: DrawnPage, boxes = box) =>
  page.all(boxes).map(({ id }) => id.replace('selectEntity_', ''));
const tableOf = (page: DrawnPage, selector = 'crux-table-component') =>
  page.one(selector) as CruxTableComponent;
const toldIds = (page: DrawnPage, selector?: string) => tableOf(page, selector).getData('cxPropSelectedIds');
/** Of how many records the list shows a page. */
const totalIn = (page: DrawnPage) => page.text('.pageRange').split(' of ').at(-1);
const turn = (page: DrawnPage, button: string, range = '.pageRange') =>
  page.until(range, () => page.click(button));

describe('the view of a list', () => {
  it('is named by an attribute, and by the address where it was chosen', async () => {
    const [first = '', second = ''] = viewIds('Contacts');
    const page = await open('#/contacts');
    expect(page.one('crux-list-view').getAttribute('cx-prop-cvid')).toBe(first);
    expect(page.hash).toBe('#/contacts');
    await page.until('.pageRange', () => page.choose(viewPicker, 1));
    expect(page.one('crux-list-view').getAttribute('cx-prop-cvid')).toBe(second);
    expect(page.hash).toBe(`#/contacts?cvid=${second}`);
  });

  it.each([
    ['#/contacts', 'Contacts', row],
    ['#/products', 'Products', olderRow],
  ] as const)('stands in the address alone, from the start (view=url, %s)', async (hash, module, shown) => {
    const [first = '', second = ''] = viewIds(module);
    const page = await open(`?view=url${hash}`, shown);
    expect(page.hash).toBe(`${hash}?cvid=${first}`);
    expect(viewIds(module).filter((id) => page.html.includes(id))).toEqual([]);
    await page.until('.pageRange', () => page.choose(viewPicker, 1));
    expect(page.hash).toBe(`${hash}?cvid=${second}`);
    expect(viewIds(module).filter((id) => page.html.includes(id))).toEqual([]);
  });

  it.each([
    ['#/contacts', 'Contacts', row],
    ['#/products', 'Products', olderRow],
  ] as const)(
    'is named nowhere, and can be changed all the same (view=off, %s)',
    async (hash, module, shown) => {
      const page = await open(`?view=off${hash}`, shown);
      const named = () => viewIds(module).filter((id) => page.html.includes(id) || page.hash.includes(id));
      expect(named()).toEqual([]);
      const totalBefore = totalIn(page);
      await page.until('.pageRange', () => page.choose(viewPicker, 1));
      expect(page.hash).toBe(hash);
      expect(named()).toEqual([]);
      const total = totalIn(page);
      expect(total).not.toBe(totalBefore);
      await page.until('.pageRange', () => page.choose('[data-zcqa="recordsPerPage"]', 0));
      expect(totalIn(page)).toBe(total);
      await page.until('.pageRange', () => page.choose(viewPicker, 0));
      expect(totalIn(page)).toBe(totalBefore);
    },
  );

  it('is taken out of an address that it was opened by (view=off)', async () => {
    const [, second = ''] = viewIds('Contacts');
    const byAttribute = await open(`#/contacts?cvid=${second}`);
    const page = await open(`?view=off#/contacts?cvid=${second}`);
    expect(page.hash).toBe('#/contacts');
    expect(page.text('.pageRange')).toBe(byAttribute.text('.pageRange'));
  });

  it.each(['', '?view=url', '?view=off'])(
    'is shown again on the way back from a record %s',
    async (options) => {
      const page = await open(`${options}#/contacts`);
      await page.until('.pageRange', () => page.choose(viewPicker, 1));
      const range = page.text('.pageRange');
      await page.until('h1', () => page.click('.cxLvRecordName'));
      await page.until('.pageRange', () => page.back());
      expect(page.text('.pageRange')).toBe(range);
    },
  );

  it('leaves no selection behind when it is changed (view=off)', async () => {
    const page = await open('?view=off#/contacts');
    page.click(`${box} > *`);
    await page.until('.pageRange', () => page.choose(viewPicker, 1));
    expect(toldIds(page)).toEqual([]);
    expect(page.all(count)).toEqual([]);
  });
});

describe('the count of the selected records', () => {
  it.each([
    ['#/contacts', row, `${box} > *`, count],
    ['#/products', olderRow, `${olderRow} input`, '.lvSelectedCount'],
    ['#/search?word=a', row, `${box} > *`, count],
  ])('stands beside the button that clears them, or not (count=off, %s)', async (hash, shown, tick, says) => {
    const withCount = await open(hash, shown);
    withCount.click(tick);
    expect(withCount.text(says)).toBe('1 Record Selected');
    const page = await open(`?count=off${hash}`, shown);
    page.click(tick);
    expect(page.all(clear)).toHaveLength(1);
    expect(page.text('.selectionBar:has(button)')).not.toMatch(/\p{Nd}|Selected/u);
  });

  it('is not told by the offer to select all either (count=off)', async () => {
    const page = await open('?count=off#/contacts');
    page.click('#selectCheckbox > *');
    expect(page.all('#selectAllRecords')).toHaveLength(1);
    expect(page.text('.selectionBar')).not.toMatch(/\p{Nd}/u);
    page.click('#selectAllRecords');
    expect(page.text('.selectionBar')).not.toMatch(/\p{Nd}/u);
    expect(page.one('#cxLvViewContainer').className).toBe('cxLvShowOverlay');
  });
});

describe('a list component', () => {
  it('tells its selection to the page’s scripts', async () => {
    const page = await open('#/contacts');
    page.click(`${box} > *`, 1);
    const [, second = ''] = idsOfBoxes(page);
    expect(toldIds(page)).toEqual([second]);
    expect(tableOf(page).component?.data).toEqual({ cxPropSelectedIds: [second] });
  });

  it.each(['#/contacts', '#/search?word=a'])('tells nothing (component=off, %s)', async (hash) => {
    const page = await open(`?component=off${hash}`);
    page.click(`${box} > *`);
    expect(page.text(count)).toBe('1 Record Selected');
    expect(() => toldIds(page)).toThrow('tells nothing');
    expect(tableOf(page).component).toBeUndefined();
  });
});

describe('“select all of the view”', () => {
  const selectAll = async (options: string) => {
    const page = await open(`${options}#/contacts`);
    page.click('#selectCheckbox > *');
    page.click('#selectAllRecords');
    expect(page.text(count)).toBe('3,000 Records Selected');
    return page.one('#cxLvViewContainer').className;
  };

  it('lays an overlay over the rows, or not (overlay=off)', async () => {
    expect(await selectAll('')).toBe('cxLvShowOverlay');
    expect(await selectAll('?overlay=off')).toBe('');
  });
});

describe('the list of activities', () => {
  it('keeps its selection over its pages, of any size', async () => {
    const page = await open('#/activities');
    expect(page.text('.pageRange')).toBe('1 – 50 of 900');
    await page.until('.pageRange', () => page.choose('[data-zcqa="recordsPerPage"]', 0));
    expect(page.text('.pageRange')).toBe('1 – 10 of 900');
    page.click(`${box} > *`, 2);
    const chosen = idsOfBoxes(page).slice(2, 3);
    await turn(page, next);
    expect(page.text('.pageRange')).toBe('11 – 20 of 900');
    page.click(`${box} > *`, 0);
    page.click(`${box} > *`, 1);
    chosen.push(...idsOfBoxes(page).slice(0, 2));
    expect(toldIds(page)).toEqual(chosen);
    expect(page.text(count)).toBe('3 Records Selected');
    await turn(page, previous);
    expect(page.all(ticked).map((span) => span.parentElement?.id)).toEqual([`selectEntity_${chosen[0]}`]);
    page.click(`${box} > *`, 2);
    expect(toldIds(page)).toEqual(chosen.slice(1));
  });

  it('names the module of each row', async () => {
    const page = await open('#/activities');
    const modules = page.all(`.cxLvScrollTable ${row}`).map((element) => element.getAttribute('data-module'));
    expect(new Set(modules)).toEqual(new Set(['Tasks', 'Events', 'Calls']));
    expect(page.one('.cxLvRecordName').getAttribute('href')).toMatch(/^#\/tasks\/\d+$/);
  });

  it('says of no row what it is (rowModule=off)', async () => {
    const page = await open('?rowModule=off#/activities');
    const ids = idsOfBoxes(page);
    expect(page.all('.cxLvRecordName').map((link) => link.getAttribute('href'))).toEqual(
      ids.map((id) => `#/activities/${id}`),
    );
    const attributes = page
      .all(`${row}, ${row} *`)
      .flatMap((element) => [...element.attributes])
      .filter(({ name }) => !['title', 'aria-label', 'data-zcqa', 'data-value'].includes(name));
    expect(attributes.filter(({ value }) => /tasks|events|calls/i.test(value))).toEqual([]);
    expect(attributes.filter(({ name }) => name.includes('module'))).toEqual([]);
    expect(page.all('.col-module, .moduleMark')).toEqual([]);
  });

  it.each(['Tasks', 'Events', 'Calls'] as const)(
    'opens %s by a link that does not say so (rowModule=off)',
    async (module) => {
      const [record] = org().records[module];
      const page = await open('?rowModule=off#/activities');
      await page.until('h1', () => page.click(`a[href="#/activities/${record?.id}"]`));
      expect(page.text('h1')).toBe(record?.name);
      expect(page.hash).toBe(`#/activities/${record?.id}`);
    },
  );
});

describe('a search’s results', () => {
  const contacts = '.recordTable:nth-of-type(1)';
  const companies = '.recordTable:nth-of-type(2)';
  const inContacts = (selector: string) => `${contacts} ${selector}`;

  it('are longer than a screen', async () => {
    const page = await open('#/search?word=a');
    expect(page.all(inContacts(box))).toHaveLength(20);
    expect(page.one(inContacts('.cxLvTableBody')).style.height).toBe('880px');
  });

  it('have pages for each module, over which the selection and its count are kept', async () => {
    const page = await open('#/search?word=a');
    const range = inContacts('.pageRange');
    const otherRange = page.text(`${companies} .pageRange`);
    page.click(`${companies} ${box} > *`);
    page.click(inContacts(`${box} > *`), 19);
    const chosen = idsOfBoxes(page, inContacts(box)).slice(19);
    await turn(page, inContacts(next), range);
    expect(page.text(range)).toMatch(/^21 – 40 of/);
    page.click(inContacts(`${box} > *`));
    chosen.push(...idsOfBoxes(page, inContacts(box)).slice(0, 1));
    expect(toldIds(page, inContacts('crux-table-component'))).toEqual(chosen);
    expect(page.text(inContacts(count))).toBe('2 Records Selected');
    expect(page.text(`${companies} ${count}`)).toBe('1 Record Selected');
    expect(page.text(`${companies} .pageRange`)).toBe(otherRange);
    await turn(page, inContacts(previous), range);
    expect(page.all(inContacts(ticked)).map((span) => span.parentElement?.id)).toEqual([
      `selectEntity_${chosen[0]}`,
    ]);
    page.click(inContacts(clear));
    expect(toldIds(page, inContacts('crux-table-component'))).toEqual([]);
  });

  it('have no pages where they fit on one', async () => {
    const [contact] = org().records.Contacts;
    const page = await open(`#/search?${new URLSearchParams({ word: contact?.name ?? '' })}`);
    expect(idsOfBoxes(page, inContacts(box))).toContain(contact?.id);
    expect(page.all(next)).toEqual([]);
  });
});

describe('the older list', () => {
  const boxes = `${olderRow} input`;
  const checked = `${olderRow} input:checked`;
  const olderCount = '.lvSelectedCount';

  it.each(['?', '?older=li&'])('forgets ticks when its page is turned %s', async (options) => {
    const page = await open(`${options}#/products`, olderRow);
    page.click(boxes, 1);
    page.click(boxes, 2);
    await turn(page, next);
    expect(page.all(olderCount)).toEqual([]);
    page.click(boxes);
    await turn(page, previous);
    expect(page.all(checked)).toEqual([]);
    expect(page.all(olderCount)).toEqual([]);
  });

  it.each(['', 'older=li&'])('keeps them, out of reach (%solder-keeps=on)', async (options) => {
    const page = await open(`?${options}older-keeps=on#/products`, olderRow);
    const idOf = (element: HTMLElement) => element.id || element.dataset['id'] || '';
    const first = idOf(page.one(olderRow, 1));
    page.click(boxes, 1);
    await turn(page, next);
    expect(page.all(checked)).toEqual([]);
    expect(page.html).not.toContain(first);
    expect(page.text(olderCount)).toBe('1 Record Selected');
    page.click('[data-zcqa="selectAll"]');
    expect(page.text(olderCount)).toBe('51 Records Selected');
    await turn(page, previous);
    expect(page.all(checked).map((input) => idOf(input.closest(olderRow) as HTMLElement))).toEqual([first]);
    page.click(boxes, 1);
    expect(page.text(olderCount)).toBe('50 Records Selected');
    page.click(clear);
    await turn(page, next);
    expect(page.all(checked)).toEqual([]);
    expect(page.all(olderCount)).toEqual([]);
  });
});

describe('the board', () => {
  const cardBox = 'lyte-card lyte-checkbox';

  it('keeps cards ticked while it draws more of their columns', async () => {
    const page = await open('#/deals/kanban', 'lyte-card');
    page.click('[data-zcqa="bulkMode"]');
    const column = page.all('.kanbanColumn').findIndex((element) => {
      const cards = element.querySelectorAll('lyte-card').length;
      return Number(element.querySelector('.kanbanCount')?.textContent) > cards;
    });
    const here = `.kanbanColumn:nth-child(${column + 1})`;
    const elsewhere = `.kanbanColumn:nth-child(${column + 2})`;
    page.click(`${here} ${cardBox} > *`, 3);
    page.click(`${elsewhere} ${cardBox} > *`);
    const drawn = page.all(`${here} lyte-card`).length;
    const chosen = page.all('.crm-kv-card-selected');
    page.scroll(`${here} .kanbanCards`);
    expect(page.all(`${here} lyte-card`).length).toBeGreaterThan(drawn);
    expect(page.all('.crm-kv-card-selected')).toEqual(chosen);
    expect(page.all(`${cardBox} ${ticked}`)).toHaveLength(2);
    expect(page.text(count)).toBe('2 Records Selected');
    page.click(`${here} ${cardBox} > *`, drawn);
    expect(page.text(count)).toBe('3 Records Selected');
  });
});
