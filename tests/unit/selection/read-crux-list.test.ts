// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '@/lib/selection/read-page';
import { cruxMarkup, type CruxList } from '../support/crux-markup';
import { parseHtml } from '../support/parse-html';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const first = '7618134000000632028';
const second = '7618134000000647040';
const rows = [{ id: first, ticked: true }, { id: second }];
const read = (list: Partial<CruxList> = {}, at = url) =>
  readPage(parseHtml(cruxMarkup({ module: 'Contacts', rows, ...list })), at);

describe('a list of crux components', () => {
  it.each([
    ['painted boxes', {}],
    ['rows drawn twice', { pinned: true }],
    ['real input boxes', { boxes: 'input' }],
    ['real input boxes in rows drawn twice', { boxes: 'input', pinned: true }],
    ['nothing for assistive technology', { aria: false }],
  ] as const)('gives the ticked records, with %s', (_, list) => {
    expect(read(list)).toEqual({ url, source: 'crux-list', module: 'Contacts', ids: [first] });
  });

  it.each(['yes', 'partly'] as const)('takes no record from the header’s box, ticked %s', (header) => {
    expect(read({ header, rows: [{ id: first }] }).ids).toEqual([]);
  });

  it('takes the box’s word over the row’s class', () => {
    const document = parseHtml(cruxMarkup({ rows: [{ id: first }, { id: second, ticked: true }] }));
    document.getElementById(first)?.classList.add('cxLvTableRowSelected');
    expect(readPage(document, url).ids).toEqual([second]);
  });

  it('takes the row’s class where no half of the row has a box', () => {
    const document = parseHtml(cruxMarkup({ rows: [{ id: first, ticked: true }] }));
    document.querySelector(`[id="selectEntity_${first}"]`)?.remove();
    expect(readPage(document, url).ids).toEqual([first]);
  });

  it('takes nothing whose id is no record’s', () => {
    const odd = ['', 'all', '12345', `${first}9`, `x${first}`].map((id) => ({ id, ticked: true }));
    expect(read({ rows: odd }).ids).toEqual([]);
  });

  it('is passed over where it is hidden', () => {
    const shown = cruxMarkup({ module: 'Accounts', rows: [{ id: second, ticked: true }] });
    const document = parseHtml(cruxMarkup({ module: 'Contacts', rows }) + shown);
    const hidden = document.querySelector('crux-table-component');
    if (hidden) hidden.checkVisibility = () => false;
    expect(readPage(document, url)).toMatchObject({ module: 'Accounts', ids: [second] });
  });

  it.each([undefined, 'Activities', 'CustomModule7'])('leaves the module open where it says %s', (module) => {
    const document = parseHtml(cruxMarkup({ rows, ...(module && { module }) }));
    expect(readPage(document, url)).toEqual({ url, source: 'crux-list', ids: [first] });
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
    expect(readPage(parseHtml(`<section>${one}</section><section>${other}</section>`), url)).toMatchObject({
      module: 'Tasks',
      ids: [first, second],
      pageCount: 5,
    });
  });

  it('counts once where its count is drawn twice', () => {
    const list = cruxMarkup({ module: 'Contacts', rows, selected: '3 selected' });
    const bar = '<div><span>3 selected</span><button data-zcqa="clearRecords">Clear</button></div>';
    expect(readPage(parseHtml(list.replace('<header>', `<header>${bar}`)), url).pageCount).toBe(3);
  });

  it('beside a ticked one of another module gives nothing, and says so', () => {
    const other = cruxMarkup({ module: 'Accounts', rows: [{ id: second, ticked: true }] });
    expect(readPage(parseHtml(cruxMarkup({ module: 'Contacts', rows }) + other), url)).toEqual({
      url,
      source: 'crux-list',
      ids: [],
      pageCount: 2,
    });
  });

  it('gives way to the record that the URL names', () => {
    const record = `${url}/${second}`;
    expect(read({}, record)).toEqual({ url: record, source: 'url', module: 'Contacts', ids: [second] });
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
          const { ids, pageCount = 0 } = read({
            rows: all.slice(0, howMany),
            pinned,
            boxes,
            aria,
            ...selected,
          });
          expect(ticked).toEqual(expect.arrayContaining(ids));
          expect(Math.max(pageCount, ids.length)).toBe(ticked.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
