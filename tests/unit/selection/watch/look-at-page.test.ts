// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionLimit } from '@/lib/selection/page-reading';
import { readPage } from '@/lib/selection/read-page';
import { lookAtPage } from '@/lib/selection/watch/look-at-page';
import { cruxMarkup, type CruxList } from '../../support/crux-markup';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const first = '7618134000000632028';
const second = '7618134000000647040';
const rows = [{ id: first, ticked: true }, { id: second }];
const list = (given: Partial<CruxList> = {}) => cruxMarkup({ module: 'Contacts', rows, ...given });
const look = (html: string, at = url) => lookAtPage(parseHtml(html), at);
const countOf = (html: string, at = url) => look(html, at).count;

const tickedRow = (id: string) =>
  `<tr id="${id}"><td><input type="checkbox" checked></td><td><a href="#/contacts/${id}">A</a></td></tr>`;
const table = (...html: string[]) => `<table><tbody>${html.join('')}</tbody></table>`;
const bar = (text: string) => `<div><span>${text}</span><button data-zcqa="clearRecords">x</button></div>`;

describe('the number of selected records', () => {
  it('is what the page says, whatever its rows look like', () => {
    expect(countOf(list({ selected: '3,000 selected' }))).toBe(3000);
    expect(countOf(list({ selected: '3,000 selected', rows: [] }))).toBe(3000);
    expect(countOf(bar('12 selected') + table(tickedRow(first)))).toBe(12);
  });

  it('is the number of ticked rows where the page says nothing', () => {
    expect(countOf(list())).toBe(1);
    expect(countOf(list({ rows: [{ id: first }] }))).toBe(0);
    expect(countOf(table(tickedRow(first), tickedRow(second)))).toBe(2);
  });

  it('adds up the lists of a page, each with its own count where it has one', () => {
    const one = `<section>${list({ selected: '7 selected' })}</section>`;
    const other = `<section>${list({ module: 'Accounts' })}</section>`;
    expect(countOf(one + other)).toBe(8);
  });

  it('leaves out lists that are hidden', () => {
    const document = parseHtml(list() + list());
    const hidden = document.querySelector('crux-table-component');
    if (hidden) hidden.checkVisibility = () => false;
    expect(lookAtPage(document, url)).toMatchObject({ count: 1, places: [{ localName: 'crux-list-view' }] });
  });

  it.each([
    ['a record’s page', `${url}/${first}`],
    ['a page that is not Bigin’s', 'https://example.com/bigin/org1/Home#/contacts'],
    ['a page without an organization', 'https://bigin.zoho.com/'],
  ])('is 0 on %s, and nothing there is worth watching', (_, at) => {
    expect(look(list({ selected: '2 selected' }), at)).toEqual({ count: 0, places: [] });
    expect(look(table(tickedRow(first)), at)).toEqual({ count: 0, places: [] });
  });

  it('is 0 on a page of settings, whose ticked rows are no records', () => {
    const setting = '<tr id="notify"><td><input type="checkbox" checked></td><td>Notify me</td></tr>';
    expect(look(table(setting), url.replace('contacts', 'settings'))).toEqual({ count: 0, places: [] });
  });

  it('is at most what one selection holds', () => {
    expect(countOf(list({ selected: '999,999,999 selected' }))).toBe(selectionLimit);
  });

  it('is that of the reading, whatever is drawn in whatever way', () => {
    const anyRows = fc.uniqueArray(
      fc.record({
        id: fc.oneof(fc.stringMatching(/^7618134\d{12}$/), fc.constantFrom('', 'all', '123')),
        ticked: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    );
    const anyList = fc.record({
      rows: anyRows,
      pinned: fc.boolean(),
      boxes: fc.constantFrom('span' as const, 'input' as const),
      aria: fc.boolean(),
      header: fc.constantFrom('no' as const, 'yes' as const, 'partly' as const),
    });
    fc.assert(
      fc.property(anyList, fc.nat(5), fc.nat(5), (drawn, withoutBox, selectedBesides) => {
        const document = parseHtml(list(drawn));
        const box = drawn.rows[withoutBox];
        if (box) document.getElementById(`selectEntity_${box.id}`)?.remove();
        const selected = drawn.rows[selectedBesides];
        if (selected?.id) document.getElementById(selected.id)?.classList.add('cxLvTableRowSelected');
        expect(lookAtPage(document, url).count).toBe(inShort(readPage(document, url)).ids.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is worth watching', () => {
  it('is each list, with what stands around it', () => {
    const { places } = look(list() + list({ module: 'Accounts' }));
    expect(places.map(({ localName }) => localName)).toEqual(['crux-list-view', 'crux-list-view']);
  });

  it('is a list alone where nothing stands around it', () => {
    const html = list().replace(/<\/?crux-list-view[^>]*>/g, '');
    expect(look(html).places.map(({ localName }) => localName)).toEqual(['crux-table-component']);
  });

  it('is what holds the ticked rows of a list of other markup, each once and not too many', () => {
    const { places } = look(table(tickedRow(first), tickedRow(second)));
    expect(places.map(({ localName }) => localName)).toEqual(['table']);
    expect(look(table(tickedRow(first)).repeat(50)).places).toHaveLength(20);
  });

  it('is nothing on a page without a list', () => {
    expect(look('<p>Welcome</p>').places).toEqual([]);
    expect(look(table('<tr><td><input type="checkbox"></td></tr>')).places).toEqual([]);
  });
});
