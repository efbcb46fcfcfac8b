// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { noDoubts } from '@/lib/selection/page-reading';
import { readPage } from '@/lib/selection/read-page';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';

const contacts = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const home = 'https://bigin.zoho.com/bigin/org942010964/Home#/home';
const first = '7618134000000632028';
const second = '7618134000000647040';
const company = '7618134000000632027';
const ticked = '<input type="checkbox" checked>';
const read = (html: string, url = contacts) => inShort(readPage(parseHtml(html), url));
const none = { ...noDoubts, sources: [], modules: [], ids: [] };
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
const row = (attributes: string, cells: string, box = ticked) =>
  `<tr ${attributes}><td>${box}</td><td>${cells}</td></tr>`;

describe('a list of older markup', () => {
  it('gives the records of ticked rows that carry an id', () => {
    const html = table(row(`id="${first}"`, 'A'), row(`id="${second}"`, 'B', '<input type="checkbox">'));
    expect(read(html)).toEqual({ ...noDoubts, sources: ['markup'], modules: ['Contacts'], ids: [first] });
  });

  it.each([
    ['li[data-id]', `<ul><li data-id="${first}">${ticked}</li></ul>`],
    ['a row by role', `<div role="row" id="${first}"><i role="checkbox" aria-checked="true"></i></div>`],
    ['a row that is selected itself', `<div role="row" aria-selected="true" data-id="${first}">A</div>`],
    [
      'a painted box',
      `<li data-id="${first}"><lyte-checkbox><span class="cxListVwCustomCheckBoxChecked"></span></lyte-checkbox></li>`,
    ],
    ['a card', `<lyte-card>${ticked}<a href="#/contacts/${first}">A</a></lyte-card>`],
  ])('reads %s', (_, html) => {
    expect(read(html)).toMatchObject({ ids: [first], shortfall: 0 });
  });

  it.each([
    ['the hash', `#/contacts/${first}`],
    ['the hash, with a section', `#/contacts/${first}?section=activities`],
    ['an old link', `/crm/org942010964/tab/Contacts/${first}`],
    ['a whole URL', `https://bigin.zoho.com/bigin/org942010964/Home#/contacts/${first}`],
    ['a query before the hash', `/bigin/org942010964/Home?TODO=addUser#/contacts/${first}`],
  ])('knows a row by its link: %s', (_, href) => {
    expect(read(table(row('', `<a href="${href}">A</a>`)))).toMatchObject({
      ids: [first],
      modules: ['Contacts'],
    });
  });

  it.each([
    ['another host', `https://evil.example/contacts/${first}`],
    ['a phone number', 'tel:+123456789012345'],
    ['a phone number as a page', '#/phone/123456789012345'],
    ['a mail address', 'mailto:123456789012345@example.com'],
    ['a script', `javascript:go('/contacts/${first}')`],
    ['nothing that is a link', 'https://['],
  ])('does not take for a record: %s', (_, href) => {
    expect(read(table(row('', `<a href="${href}">123456789012345</a>`)))).toMatchObject({
      ids: [],
      shortfall: 1,
    });
  });

  it('keeps to the contact where its company is linked too, in whatever column', () => {
    const name = `<a href="#/contacts/${first}">A</a>`;
    const lookup = `<a href="#/companies/${company}">Zylker</a>`;
    for (const cells of [name + lookup, lookup + name]) {
      expect(read(table(row('', cells)))).toMatchObject({ ids: [first], modules: ['Contacts'] });
      expect(read(table(row(`id="${first}"`, cells)))).toMatchObject({ ids: [first], modules: ['Contacts'] });
    }
  });

  it('does not take the company for the contact where only that is linked', () => {
    const lookup = `<a href="#/companies/${company}">Zylker</a>`;
    expect(read(table(row('', lookup)))).toMatchObject({ ids: [], shortfall: 1 });
  });

  it('does not guess by links where the page has no module: even a lone one may be of a row’s company', () => {
    const links = `<a href="#/contacts/${first}">A</a><a href="#/companies/${company}">Zylker</a>`;
    expect(read(table(row('', links)), home)).toMatchObject({ ids: [], shortfall: 1 });
    const lone = `<a href="#/companies/${company}">Zylker</a>`;
    expect(read(table(row('', lone)), home)).toMatchObject({ ids: [], shortfall: 1 });
  });

  it('takes two links to one record for one', () => {
    const links = `<a href="#/contacts/${first}">A</a><a href="#/contacts/${first}?section=x">more</a>`;
    expect(read(table(row('', links)))).toMatchObject({ ids: [first], modules: ['Contacts'] });
  });

  it('says so where a ticked row carries no id', () => {
    expect(read(table(row(`id="${first}"`, 'A'), row('', 'B'), row('id="row3"', 'C')))).toMatchObject({
      ids: [first],
      shortfall: 2,
    });
  });

  it('gives rows of two modules apart, where the page has no module', () => {
    const html = table(
      row(`id="${first}"`, `<a href="#/contacts/${first}">A</a>`),
      row(`id="${company}"`, `<a href="#/companies/${company}">B</a>`),
    );
    expect(readPage(parseHtml(html), home).parts).toEqual([
      { source: 'markup', modules: ['Contacts'], ids: [first] },
      { source: 'markup', modules: ['Accounts'], ids: [company] },
    ]);
  });

  it('leaves the module open where neither the page nor a link tells it', () => {
    expect(read(table(row(`id="${first}"`, 'A')), home)).toMatchObject({
      modules: moduleNames,
      ids: [first],
    });
  });

  it.each([
    ['two ids of its own', `id="${first}" data-id="${second}"`, ''],
    [
      'an id of its own and a link to another record of its module',
      `id="${first}"`,
      `<a href="#/contacts/${second}">B</a>`,
    ],
  ])('does not guess where a row has %s', (_, attributes, cells) => {
    expect(read(table(row(attributes, cells)))).toMatchObject({ ids: [], shortfall: 1 });
  });

  it('gives nothing where ids of two organizations are ticked, and says how many', () => {
    const html = table(row(`id="${first}"`, 'A'), row('id="6331846000204950564"', 'B'));
    expect(read(html)).toEqual({ ...none, shortfall: 2 });
  });

  it('does not count the header’s box', () => {
    const headers = `<thead><tr id="${second}"><td>${ticked}</td></tr></thead>`;
    const html = `<table>${headers}<tbody><tr><th>${ticked}</th></tr>${row(`id="${first}"`, 'A')}</tbody></table>`;
    expect(read(html)).toMatchObject({ ids: [first], shortfall: 0 });
  });

  it('does not count boxes that stand in no row', () => {
    expect(read(`<label>${ticked} All</label>`)).toEqual(none);
  });

  it('passes over rows that are hidden', () => {
    const document = parseHtml(table(row(`id="${first}"`, 'A'), row(`id="${second}"`, 'B')));
    const hidden = document.getElementById(first);
    if (hidden) hidden.checkVisibility = () => false;
    expect(inShort(readPage(document, contacts))).toMatchObject({ ids: [second], shortfall: 0 });
  });

  it('counts a row once, however many boxes it has', () => {
    expect(read(table(row(`id="${first}"`, ticked)))).toMatchObject({ ids: [first], shortfall: 0 });
  });

  it('believes the page where it says that more are selected', () => {
    const bar = '<div><span>12 Datensätze ausgewählt</span><button data-zcqa="clearRecords">x</button></div>';
    const listed = table(row(`id="${first}"`, 'A'));
    expect(read(bar + listed)).toMatchObject({ ids: [first], pageCount: 12, shortfall: 11 });
    expect(read(bar)).toMatchObject({ ids: [], pageCount: 12, shortfall: 12 });
  });

  it('says so where more rows are ticked than the page says', () => {
    const bar = '<div><span>1 ausgewählt</span><button data-zcqa="clearRecords">x</button></div>';
    const listed = table(row(`id="${first}"`, 'A'), row(`id="${second}"`, 'B'));
    expect(read(bar + listed)).toMatchObject({ ids: [first, second], shortfall: 0, excess: 1 });
  });

  it('never names a record whose box is not ticked, and never keeps silent about a ticked row', () => {
    const anyRow = fc.record({
      id: fc.option(fc.stringMatching(/^7618134000000[1-9]\d{5}$/), { nil: undefined }),
      isTicked: fc.boolean(),
      list: fc.constantFrom('tr', 'li'),
      linked: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRow, { selector: ({ id }) => id ?? Symbol('none'), maxLength: 10 }),
        (rows) => {
          const html = rows.map(({ id, isTicked, list, linked }) => {
            const box = isTicked ? ticked : '<input type="checkbox">';
            const link = linked && id ? `<a href="#/contacts/${id}">A</a>` : '';
            const attribute = id && !linked ? `id="${id}"` : '';
            return list === 'tr'
              ? table(row(attribute, link, box))
              : `<ul><li ${attribute}>${box}${link}</li></ul>`;
          });
          const { ids, shortfall } = read(html.join(''));
          const tickedRows = rows.filter(({ isTicked }) => isTicked);
          expect(ids).toEqual(tickedRows.flatMap(({ id }) => id ?? []));
          expect(ids.length + shortfall).toBe(tickedRows.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
