// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { noDoubts } from '@/lib/selection/page-reading';
import { readPage } from '@/lib/selection/read-page';
import { cruxMarkup, type CruxList } from '../../support/crux-markup';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const first = '7618134000000632028';
const second = '7618134000000647040';
const rows = [{ id: first, ticked: true }, { id: second }];
const read = (list: Partial<CruxList> = {}, at = url) =>
  inShort(readPage(parseHtml(cruxMarkup({ module: 'Contacts', rows, ...list })), at));

describe('a list of crux components', () => {
  it.each([
    ['painted boxes', {}],
    ['rows drawn twice', { pinned: true }],
    ['real input boxes', { boxes: 'input' }],
    ['real input boxes in rows drawn twice', { boxes: 'input', pinned: true }],
    ['nothing for assistive technology', { aria: false }],
  ] as const)('gives the ticked records, with %s', (_, list) => {
    expect(read(list)).toEqual({ ...noDoubts, sources: ['list'], modules: ['Contacts'], ids: [first] });
  });

  it.each(['yes', 'partly'] as const)('takes no record from the header’s box, ticked %s', (header) => {
    expect(read({ header, rows: [{ id: first }] }).ids).toEqual([]);
  });

  it('takes the box’s word over the row’s class', () => {
    const document = parseHtml(cruxMarkup({ rows: [{ id: first }, { id: second, ticked: true }] }));
    document.getElementById(first)?.classList.add('cxLvTableRowSelected');
    expect(inShort(readPage(document, url)).ids).toEqual([second]);
  });

  it('takes the row’s class where no half of the row has a box', () => {
    const document = parseHtml(cruxMarkup({ rows: [{ id: first, ticked: true }] }));
    document.querySelector(`[id="selectEntity_${first}"]`)?.remove();
    expect(inShort(readPage(document, url)).ids).toEqual([first]);
  });

  it('takes nothing whose id is no record’s, and says how many it left', () => {
    const odd = ['', 'all', '12345', `${first}9`, `x${first}`].map((id) => ({ id, ticked: true }));
    expect(read({ rows: odd })).toMatchObject({ ids: [], shortfall: odd.length });
  });

  it('is passed over where it is hidden', () => {
    const shown = cruxMarkup({ module: 'Accounts', rows: [{ id: second, ticked: true }] });
    const document = parseHtml(cruxMarkup({ module: 'Contacts', rows }) + shown);
    const hidden = document.querySelector('crux-table-component');
    if (hidden) hidden.checkVisibility = () => false;
    expect(inShort(readPage(document, url))).toMatchObject({ modules: ['Accounts'], ids: [second] });
  });

  it.each([
    [undefined, moduleNames],
    ['CustomModule7', moduleNames],
    ['Activities', ['Tasks', 'Events', 'Calls']],
  ])('leaves the module open where it says %s', (module, modules) => {
    const html = cruxMarkup({ rows, ...(module && { module }) }).replaceAll('href', 'data-href');
    expect(inShort(readPage(parseHtml(html), url))).toMatchObject({ modules, ids: [first] });
  });

  it('of several modules gives each record’s own, by the link of its name', () => {
    const html = cruxMarkup({
      module: 'Activities',
      rows: [first, second].map((id) => ({ id, ticked: true })),
    });
    const links = html
      .replace(`#/contacts/${first}`, `#/tasks/${first}`)
      .replace(`#/contacts/${second}`, `#/calls/${second}`);
    expect(readPage(parseHtml(links), url).parts).toEqual([
      { source: 'list', modules: ['Tasks'], ids: [first] },
      { source: 'list', modules: ['Calls'], ids: [second] },
    ]);
  });

  it('of several modules does not take a record’s module from another record’s link', () => {
    const html = cruxMarkup({ module: 'Activities', rows: [{ id: first, ticked: true }] });
    const document = parseHtml(html.replace(`#/contacts/${first}`, `#/tasks/${second}`));
    expect(inShort(readPage(document, url)).modules).toEqual(['Tasks', 'Events', 'Calls']);
  });

  it('says how many the page says are selected', () => {
    expect(read({ selected: '1,234 Records Selected' }).pageCount).toBe(1234);
  });

  it('beside another one of its module adds to it, counts and all', () => {
    const one = cruxMarkup({ module: 'Tasks', rows, selected: '3 selected' });
    const other = cruxMarkup({
      module: 'Tasks',
      rows: [{ id: second, ticked: true }],
      selected: '2 selected',
    });
    const both = parseHtml(`<section>${one}</section><section>${other}</section>`);
    expect(inShort(readPage(both, url))).toMatchObject({
      modules: ['Tasks'],
      ids: [first, second],
      pageCount: 5,
      shortfall: 3,
    });
  });

  it('does not hide what is missing of it behind what another one has too much', () => {
    const one = cruxMarkup({ module: 'Tasks', rows: [], selected: '2 selected' });
    const other = cruxMarkup({
      module: 'Calls',
      rows: rows.map(({ id }) => ({ id, ticked: true })),
      selected: '1 selected',
    });
    const both = parseHtml(`<section>${one}</section><section>${other}</section>`);
    expect(readPage(both, url)).toMatchObject({ pageCount: 3, shortfall: 2, excess: 1 });
  });

  it('counts once where its count is drawn twice', () => {
    const list = cruxMarkup({ module: 'Contacts', rows, selected: '3 selected' });
    const bar = '<div><span>3 selected</span><button data-zcqa="clearRecords">Clear</button></div>';
    expect(readPage(parseHtml(list.replace('<header>', `<header>${bar}`)), url).pageCount).toBe(3);
  });

  it('beside a ticked one of another module gives both, each with its module', () => {
    const other = cruxMarkup({ module: 'Accounts', rows: [{ id: second, ticked: true }] });
    expect(readPage(parseHtml(cruxMarkup({ module: 'Contacts', rows }) + other), url).parts).toEqual([
      { source: 'list', modules: ['Contacts'], ids: [first] },
      { source: 'list', modules: ['Accounts'], ids: [second] },
    ]);
  });

  it('with records of two organizations gives none of them, and says how many', () => {
    const foreign = { id: '6331846000204950564', ticked: true };
    expect(read({ rows: [...rows, foreign] })).toMatchObject({ ids: [], shortfall: 2 });
  });

  describe('of which all records of the view are selected', () => {
    const view = '6331846000204950564';
    const all = [first, second].map((id) => ({ id, ticked: true }));
    const whole = (list: Partial<CruxList> = {}, at = url) =>
      read({ rows: all, selected: '3,000 selected', ...list }, at).view;

    it('may be where every row that is drawn is ticked', () => {
      expect(whole()).toEqual({ isCertain: false, modules: ['Contacts'], count: 3000 });
      expect(whole({ rows })).toBeUndefined();
      expect(whole({ selected: '2 selected' })).toBeUndefined();
    });

    it('is for certain where the page marks it, whatever the rows look like', () => {
      expect(whole({ rows, overlay: true })).toMatchObject({ isCertain: true, count: 3000 });
    });

    it('names the custom view, where the list or the address tells it', () => {
      expect(whole({ view })).toEqual({ isCertain: false, modules: ['Contacts'], count: 3000, cvid: view });
      expect(whole({}, `${url}?cvid=${view}`)).toMatchObject({ cvid: view });
      expect(whole({ view: 'all"]' })).not.toHaveProperty('cvid');
    });
  });

  it('gives way to the record that the URL names, and its ticks are counted apart', () => {
    const record = `${url}/${second}`;
    expect(read({}, record)).toEqual({
      ...noDoubts,
      sources: ['url'],
      modules: ['Contacts'],
      ids: [second],
      beside: 1,
    });
  });

  it('never names a record whose box is not ticked, and never keeps silent about one that is', () => {
    const anyRows = fc.uniqueArray(
      fc.record({ id: fc.stringMatching(/^761813[1-9]\d{12}$/), ticked: fc.boolean() }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    const drawn = fc.nat(12);
    fc.assert(
      fc.property(
        anyRows,
        drawn,
        fc.boolean(),
        fc.constantFrom('span' as const, 'input' as const),
        fc.boolean(),
        (all, howMany, pinned, boxes, aria) => {
          const ticked = all.filter((row) => row.ticked).map(({ id }) => id);
          const selected = ticked.length > 0 ? { selected: `${ticked.length} selected` } : {};
          const { ids, shortfall } = read({
            rows: all.slice(0, howMany),
            pinned,
            boxes,
            aria,
            ...selected,
          });
          expect(ticked).toEqual(expect.arrayContaining(ids));
          expect(ids.length + shortfall).toBe(ticked.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
