// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { readPage } from '@/lib/selection/read-page';
import * as z from '@/lib/zod';
import { cruxMarkup } from '../../support/crux-markup';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const id = '7618134000000632028';
const ticked = '<input type="checkbox" checked>';
const read = (html: string) => inShort(readPage(parseHtml(html), url));

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const oddIds = [
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  `${id}'); drop table`,
  `${id},7618134000000647040`,
  `${id}\n`,
  ` ${id}`,
  `+${id}`,
  '-761813400000063202',
  '761813400000063.028',
  '7.618134000000632e18',
  '0x69b9a5d2e4c8b1d',
  '７６１８１３４０００００００６３２０２８',
  '\ud800',
  '\u202e7618134000000632028',
  '../../../etc/passwd',
  '9'.repeat(100_000),
];

describe('a ticked row whose id is no record’s', () => {
  it.each(oddIds.map((odd) => [odd.slice(0, 40), odd]))(
    'is not selected, and is told: %j, in a list of crux',
    (_, odd) => {
      const rows = [{ id, ticked: true }];
      const document = parseHtml(cruxMarkup({ module: 'Contacts', rows }).replaceAll(id, attribute(odd)));
      expect(inShort(readPage(document, url))).toMatchObject({ ids: [], shortfall: 1 });
    },
  );

  it.each(oddIds.map((odd) => [odd.slice(0, 40), odd]))(
    'is not selected, and is told: %j, in an older list',
    (_, odd) => {
      const link = `<a href="#/contacts/${attribute(encodeURI(odd.replaceAll('\ud800', '')))}">A</a>`;
      for (const html of [
        `<ul><li id="${attribute(odd)}">${ticked}</li></ul>`,
        `<ul><li>${ticked}${link}</li></ul>`,
      ]) {
        expect(read(html)).toMatchObject({ ids: [], shortfall: 1 });
      }
    },
  );
});

describe('a list whose module is no module', () => {
  it.each(['__proto__', 'constructor', 'toString', '"><script>', 'x'.repeat(100_000)])(
    'leaves its records open: %j',
    (module) => {
      const html = cruxMarkup({ module: attribute(module), rows: [{ id, ticked: true }] });
      const { modules, ids } = read(html.replaceAll('#/contacts/', '#/nothing/'));
      expect(ids).toEqual([id]);
      expect(modules).toEqual(moduleNames);
    },
  );
});

describe('a page without end', () => {
  const lists: [string, (id: string) => string, string, string][] = [
    ['an older list', (each) => `<li id="${each}">${ticked}</li>`, '<ul>', '</ul>'],
    [
      'a list of crux',
      (each) => `<lyte-exptable-tr id="${each}" data-zcqa="detailView">
        <lyte-checkbox id="selectEntity_${each}" aria-checked="true"></lyte-checkbox></lyte-exptable-tr>`,
      '<crux-table-component data-zcqa="cxListViewTable" cx-prop-module="Activities">',
      '</crux-table-component>',
    ],
  ];

  it.each(lists)(
    'takes a time that grows with its rows, not with their square: %s',
    (_, row, start, end) => {
      const timeOf = (count: number) => {
        const ids = Array.from({ length: count }, (__, index) => String(BigInt(id) + BigInt(index)));
        const document = parseHtml(start + ids.map(row).join('') + end);
        const before = process.cpuUsage();
        expect(inShort(readPage(document, url)).ids).toEqual(ids);
        return process.cpuUsage(before).user / 1000;
      };
      timeOf(300);
      expect(timeOf(4800)).toBeLessThan(64 * Math.max(5, timeOf(300)));
    },
    30_000,
  );
});

describe('a page that is nested very deep', () => {
  const depth = 1000;
  const nested = (html: string) => {
    const document = parseHtml('<main></main>');
    let inner: Element = document.body;
    for (let level = 0; level < depth; level++) inner = inner.appendChild(document.createElement('div'));
    inner.innerHTML = html;
    return document;
  };

  it('is read all the same', () => {
    const list = cruxMarkup({ module: 'Contacts', rows: [{ id, ticked: true }], selected: '3 selected' });
    expect(inShort(readPage(nested(list), url))).toMatchObject({ ids: [id], shortfall: 2 });
    const older = `<ul><li id="${id}">${ticked}</li></ul>`;
    expect(inShort(readPage(nested(older), url))).toMatchObject({ ids: [id], shortfall: 0 });
  });

  it('gives no record of a row that is ticked many times over', () => {
    const rows = `<ul><li>${ticked}`.repeat(100);
    expect(
      read(`${rows}<a href="#/contacts/${id}">A</a><a href="#/contacts/7618134000000647040">B</a>`),
    ).toMatchObject({
      ids: [],
      shortfall: 100,
    });
  });
});

describe('a page whose elements have the names of what is asked of them', () => {
  const names = ['id', 'href', 'body', 'parentElement', 'textContent', 'nodeName', 'attributes', 'children'];

  it.each(names)('is read all the same: %s', (name) => {
    const clobbering = `<form name="${name}"><input name="${name}"></form><img name="${name}" id="${name}">`;
    const row = `<div role="row" data-id="${id}">${clobbering}${ticked}</div>`;
    expect(read(clobbering + row)).toMatchObject({ ids: [id], shortfall: 0 });
    const list = cruxMarkup({ module: 'Contacts', rows: [{ id, ticked: true }] });
    expect(read(clobbering + list)).toMatchObject({ ids: [id], shortfall: 0 });
  });

  it('names no record by a control that is called “id”', () => {
    const document = parseHtml(`<form role="row"><input name="id" value="${id}">${ticked}</form>`);
    const form = document.querySelector('form');
    // What a browser does for controls with such names, and jsdom does not.
    if (form) Object.defineProperty(form, 'id', { value: form.querySelector('input') });
    expect(inShort(readPage(document, url))).toMatchObject({ ids: [], shortfall: 1 });
  });
});

const script = '<img src=x onerror="alert(1)"><script>alert(1)</script>';

/** What makes markup or a program of a text. */
const spyOnSinks = () => ({
  innerHTML: vi.spyOn(Element.prototype, 'innerHTML', 'set'),
  outerHTML: vi.spyOn(Element.prototype, 'outerHTML', 'set'),
  insertAdjacentHTML: vi.spyOn(Element.prototype, 'insertAdjacentHTML'),
  write: vi.spyOn(Document.prototype, 'write'),
  writeln: vi.spyOn(Document.prototype, 'writeln'),
  parseFromString: vi.spyOn(DOMParser.prototype, 'parseFromString'),
  createContextualFragment: vi.spyOn(Range.prototype, 'createContextualFragment'),
  eval: vi.spyOn(globalThis, 'eval'),
  Function: vi.spyOn(globalThis, 'Function'),
});

/** Which of them are used by this: jsdom runs no script of a page, so that none could tell of it itself. */
function sinksUsedBy(act: () => void): string[] {
  const sinks = Object.entries(spyOnSinks());
  act();
  const used = sinks.filter(([name, { mock }]) =>
    // jsdom makes a function of each selector.
    mock.calls.some((texts) => name !== 'Function' || String(texts).includes('alert')),
  );
  vi.restoreAllMocks();
  return used.map(([name]) => name);
}

describe('the page’s text', () => {
  it('is never run', () => {
    const list = { module: attribute(script), rows: [{ id, ticked: true }], selected: `3${script}` };
    const row = `<ul><li id="${attribute(script)}">${ticked}${script}</li></ul>`;
    document.body.innerHTML = cruxMarkup(list) + row;
    expect(sinksUsedBy(() => readPage(document, url))).toEqual([]);
    expect(inShort(readPage(document, url))).toMatchObject({ ids: [id], shortfall: 3 });
  });

  it.each(['9'.repeat(17), '9'.repeat(110), '-1', '1e400', 'NaN', 'Infinity', '0x10', '٣٫٥'])(
    'that is meant to be a count harms nothing: %s',
    (selected) => {
      const html = cruxMarkup({ module: 'Contacts', rows: [{ id, ticked: true }], selected });
      const reading = readPage(parseHtml(html), url);
      expect(inShort(reading).ids).toEqual([id]);
      expect(z.safeParse(pageReadingSchema, reading).success).toBe(true);
    },
  );
});
