// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { readPage } from '@/lib/selection/read-page';
import { readComponents } from '@/lib/selection/readers/read-components';
import { componentProfiles } from '@/lib/selection/selectors';
import * as z from '@/lib/zod';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';
import { computeVisibility } from './visibility';

beforeAll(computeVisibility);

const contacts = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const activities = contacts.replace('contacts', 'activities');
const id = (number: number) => `7618134000000${String(number).padStart(6, '0')}`;
const on = '<input type="checkbox" checked>';
const off = '<input type="checkbox">';
const row = (number: number, state: 'on' | 'off' | 'no box', content = '') =>
  `<lyte-exptable-tr id="${id(number)}" data-zcqa="detailView">${
    state === 'no box'
      ? ''
      : `<lyte-checkbox id="selectEntity_${id(number)}" aria-checked="${state === 'on'}"></lyte-checkbox>`
  }${content}</lyte-exptable-tr>`;
const list = (module: string, rows: string) =>
  `<crux-table-component data-zcqa="cxListViewTable" cx-prop-module="${module}">${rows}</crux-table-component>`;
const bar = (text: string) => `<div><span>${text}</span><b data-zcqa="clearRecords">Clear</b></div>`;
const viewOf = (html: string) => `<crux-list-view>${html}</crux-list-view>`;
type Components = { module: string; ids: string[] }[];
const reading = (html: string, url = contacts, components: Components = []) =>
  readPage(parseHtml(html), url, components);
const read = (html: string, url = contacts, components: Components = []) =>
  inShort(reading(html, url, components));

describe('a record that the user did not choose', () => {
  it('is not one whose row’s selection box is off, whatever other box of the row is on', () => {
    const html = `<table><tr id="${id(1)}"><td>${off}</td><td><input type="checkbox" checked disabled></td></tr></table>`;
    expect(read(html).ids).toEqual([]);
  });
  it('is not one within a ticked group, whose own box is off', () => {
    const html = `<ul><li>${on}<ul><li>${off}<a href="#/contacts/${id(2)}">B</a></li></ul></li></ul>`;
    expect(read(html).ids).toEqual([]);
  });
  it('is not one whose row has the focus (aria-selected) and an unticked box', () => {
    const html = `<div role="row" aria-selected="true" id="${id(1)}"><i role="checkbox" aria-checked="false"></i></div>`;
    expect(read(html).ids).toEqual([]);
  });
  it('is not one whose row of crux is hidden', () => {
    expect(read(list('Contacts', `${row(1, 'off')}<div hidden>${row(2, 'on')}</div>`)).ids).toEqual([]);
  });
  it('is not one that a component tells of, and whose row is drawn neither ticked nor marked', () => {
    const html = list('Contacts', row(1, 'on') + row(2, 'no box'));
    expect(read(html, contacts, [{ module: 'Contacts', ids: [id(1), id(2)] }]).ids).toEqual([id(1)]);
  });
  it('is not one that a component tells of, and that is drawn unticked in another list', () => {
    const html = list('Contacts', row(1, 'off')) + list('Contacts', row(2, 'off'));
    expect(read(html, contacts, [{ module: 'Contacts', ids: [id(2)] }]).ids).toEqual([]);
  });
  it('is not one of another organization than the address', () => {
    const html = `<ul><li>${on}<a href="/bigin/org111/Home#/contacts/${id(1)}">A</a></li></ul>`;
    expect(read(html)).toMatchObject({ ids: [], shortfall: 1 });
  });
  it('is not one that a component alone tells of, where the page shows nothing selected', () => {
    const html = list('Contacts', row(1, 'off'));
    const told = [{ module: 'Contacts', ids: [id(2)] }];
    expect(read(html, contacts, told)).toMatchObject({ ids: [], shortfall: 1 });
    const clear = '<button data-zcqa="clearRecords">Clear</button>';
    expect(read(clear + html, contacts, told)).toMatchObject({ ids: [id(2)], unchecked: 1 });
  });

  it('is not one that a ticked row beside a list of crux only links to', () => {
    const task = `<ul><li>${on} Call <a href="#/contacts/${id(2)}">Jane</a></li></ul>`;
    expect(read(list('Contacts', row(1, 'off')) + task)).toMatchObject({ ids: [], shortfall: 1 });
  });

  it.each([
    '<input type="checkbox" checked disabled>',
    '<i role="checkbox" aria-checked="true" aria-disabled="true"></i>',
  ])('is not one whose box cannot be ticked: %s', (box) => {
    expect(read(`<ul><li data-id="${id(1)}">${box}</li></ul>`)).toMatchObject({ ids: [], shortfall: 0 });
  });

  it('is not one of two modules at once, as the links of a row without an id say', () => {
    const links = `<a href="#/tasks/${id(1)}">A</a><a href="#/calls/${id(1)}">A</a>`;
    expect(read(`<ul><li>${on}${links}</li></ul>`, activities)).toMatchObject({ ids: [], shortfall: 1 });
  });

  it.each(['/bigin/xorg942010964/Home', '/bigin/org942010964x/Home', '/Home', '/bigin/org9420109641/Home'])(
    'is not one whose link is of no organization, or of one that is only written alike: %s',
    (path) => {
      const html = `<ul><li>${on}<a href="${path}#/contacts/${id(1)}">A</a></li></ul>`;
      expect(read(html)).toMatchObject({ ids: [], shortfall: 1 });
    },
  );

  it('is not one of two organizations that are ticked together, however it is known', () => {
    const foreign = `<ul><li data-id="6331846000204950564">${on}</li></ul>`;
    const told = [{ module: 'Contacts', ids: [id(9)] }];
    expect(read(list('Contacts', row(1, 'on')) + foreign, contacts, told)).toMatchObject({
      ids: [],
      shortfall: 3,
      unchecked: 0,
    });
    const both = `<ul><li data-id="${id(1)}">${on}</li><li data-id="6331846000204950564">${on}</li></ul>`;
    expect(read(bar('1') + both)).toMatchObject({ ids: [], shortfall: 2, excess: 0 });
  });

  it('is not one that a hidden box within its row is about', () => {
    const html = `<ul><li data-id="${id(1)}">${off}<div hidden>${on} Pin</div></li></ul>`;
    expect(read(html).ids).toEqual([]);
  });
});

describe('the module', () => {
  it('of a record in a list within a list is the inner list’s', () => {
    const html = list('Contacts', row(1, 'off', list('Accounts', row(2, 'on'))));
    expect(reading(html).parts).toEqual([{ source: 'list', modules: ['Accounts'], ids: [id(2)] }]);
  });
  it('is not the address’s where the record’s own link says another', () => {
    const html = `<ul><li data-id="${id(1)}">${on}<a href="#/companies/${id(1)}">A</a></li></ul>`;
    expect(read(html).modules).not.toContain('Contacts');
  });
  it('is open where links of one record say two', () => {
    const links = `<a href="#/tasks/${id(1)}">A</a><a href="#/calls/${id(1)}">A</a>`;
    expect(read(list('Activities', row(1, 'on', links)), activities).modules).toEqual([
      'Tasks',
      'Events',
      'Calls',
    ]);
  });
});

describe('a whole view', () => {
  const whole = (rows: string) => list('Contacts', rows);

  it('may be where all rows that are drawn are ticked, and not where one has no box to be ticked', () => {
    expect(reading(viewOf(bar('3,000') + whole(row(1, 'on'))))).toHaveProperty('view');
    expect(reading(viewOf(bar('3,000') + whole(row(1, 'on') + row(2, 'no box'))))).not.toHaveProperty('view');
  });
  it('is not where no row is drawn', () => {
    expect(reading(viewOf(bar('3,000') + whole('')))).not.toHaveProperty('view');
  });
  it('is not where two lists share the count, or have one each: nobody knows which of them is whole', () => {
    const [one, other] = [whole(row(1, 'on')), list('Accounts', row(2, 'on'))];
    const shared = reading(viewOf(bar('3,000') + one + other));
    expect(shared).toMatchObject({ shortfall: 2998 });
    expect(shared).not.toHaveProperty('view');
    const apart = reading(viewOf(bar('3,000') + one) + viewOf(bar('2,000') + other));
    expect(apart).toMatchObject({ shortfall: 4998 });
    expect(apart).not.toHaveProperty('view');
  });
  it('has the address’s custom view where the list’s own is none', () => {
    const html = `<crux-list-view cx-prop-cvid="all">${bar('3,000')}${whole(row(1, 'on'))}</crux-list-view>`;
    expect(reading(html, `${contacts}?cvid=${id(77)}`).view).toMatchObject({ cvid: id(77) });
  });
});

describe('a selected record', () => {
  it('is not passed over in silence in an older list beside a list of crux', () => {
    const { ids, shortfall } = read(
      `${list('Contacts', row(1, 'off'))}<ul><li data-id="${id(2)}">${on}</li></ul>`,
    );
    expect(ids.length + shortfall).toBe(1);
  });
  it('is not passed over in silence where two older lists have a count each', () => {
    const item = (number: number) => `<li data-id="${id(number)}">${on}</li>`;
    const { ids, shortfall } = read(
      `<section>${bar('3')}<ul>${item(1)}</ul></section><section>${bar('2')}<ul>${item(2)}${item(3)}</ul></section>`,
    );
    expect(ids.length + shortfall).toBe(5);
  });
  it('is not passed over in silence where only the component tells of it and no row shows the organization', () => {
    for (const rows of ['', row(1, 'no box')]) {
      const { ids, shortfall } = read(list('Contacts', rows), contacts, [
        { module: 'Contacts', ids: [id(2)] },
      ]);
      expect(ids.length + shortfall).toBe(1);
    }
  });
  it('is not passed over in silence where its row is left over, not shown', () => {
    const html = list('Contacts', `${row(1, 'on')}<div hidden>${row(2, 'off')}</div>`);
    const { ids, unchecked } = read(html, contacts, [{ module: 'Contacts', ids: [id(1), id(2)] }]);
    expect({ ids, unchecked }).toEqual({ ids: [id(1), id(2)], unchecked: 1 });
  });

  it('is not passed over in silence where its row is marked, and has no box or a hidden one', () => {
    const mark = (html: string) =>
      html.replace('<lyte-exptable-tr', '<lyte-exptable-tr class="cxLvTableRowSelected"');
    expect(read(list('Contacts', row(1, 'off') + mark(row(2, 'no box')))).ids).toEqual([id(2)]);
    const hiddenBox = row(2, 'on').replace('<lyte-checkbox', '<lyte-checkbox hidden');
    expect(read(list('Contacts', row(1, 'off') + mark(hiddenBox))).ids).toEqual([id(2)]);
  });

  it('is not passed over in silence where only something else on the page has its id', () => {
    const aside = `<aside><div id="${id(9)}">Seen lately</div></aside>`;
    const told = [{ module: 'Contacts', ids: [id(1), id(9)] }];
    expect(read(aside + list('Contacts', row(1, 'on')), contacts, told).ids).toEqual([id(1), id(9)]);
    const links = `<ul><li data-id="${id(9)}">Seen lately</li></ul>`;
    expect(read(links + list('Contacts', row(1, 'on')), contacts, told).ids).toEqual([id(1), id(9)]);
  });

  it('is counted once, however often the component names it', () => {
    const odd = `zcrm_${id(8)}`;
    const told = [{ module: 'Contacts', ids: [id(9), id(9), odd, odd] }];
    expect(read(list('Contacts', row(1, 'on')), contacts, told)).toMatchObject({
      ids: [id(1), id(9)],
      shortfall: 1,
      unchecked: 1,
    });
  });

  it('is not passed over in silence where the component names one of another organization', () => {
    const told = [{ module: 'Contacts', ids: [id(1), '6331846000204950564'] }];
    expect(read(list('Contacts', row(1, 'on')), contacts, told)).toMatchObject({
      ids: [id(1)],
      shortfall: 1,
    });
  });

  it('whose row does not name it is taken for the one that the component names besides', () => {
    const html = list('Contacts', row(1, 'on') + row(2, 'on').replaceAll(id(2), 'row2'));
    expect(read(html, contacts, [{ module: 'Contacts', ids: [id(1), id(2)] }])).toMatchObject({
      ids: [id(1), id(2)],
      shortfall: 0,
      unchecked: 1,
    });
  });

  it('is read where the page’s address says nothing', () => {
    const html = `<ul><li data-id="${id(1)}">${on}</li></ul>`;
    expect(read(html, 'https://example.com/').ids).toEqual([id(1)]);
    expect(read(viewOf(bar('3') + list('Contacts', row(1, 'on'))), 'https://example.com/')).toMatchObject({
      ids: [id(1)],
      shortfall: 2,
    });
  });

  it('is of one list with those in the other columns of its board', () => {
    const column = (number: number) => `<div><lyte-card data-id="${id(number)}">${on}</lyte-card></div>`;
    expect(reading(`<lyte-board>${column(1)}${column(2)}</lyte-board>`).parts).toEqual([
      { source: 'markup', modules: ['Contacts'], ids: [id(1), id(2)] },
    ]);
  });

  it('is not passed over in silence where the component names records in a way that is not known', () => {
    const told = [{ module: 'Contacts', ids: [id(1), `zcrm_${id(9)}`] }];
    expect(read(list('Contacts', row(1, 'on')), contacts, told)).toMatchObject({
      ids: [id(1)],
      shortfall: 1,
    });
  });

  it('is not made up for by another list’s record that a component names', () => {
    const html = `<section>${bar('1')}${list('Contacts', row(1, 'off'))}</section><section>${list('Contacts', row(2, 'on'))}</section>`;
    const { ids, shortfall } = read(html, contacts, [{ module: 'Contacts', ids: [id(2)] }]);
    expect(new Set(ids).size + shortfall).toBe(2);
  });
});

describe('a count', () => {
  it('is how many are selected, not how many could be (“Select all 3,000” before the clearing control)', () => {
    const html = `<crux-list-view><div><b>1 selected</b><a>Select all 3,000 records</a><b data-zcqa="clearRecords">Clear</b></div>${list('Contacts', row(1, 'on'))}</crux-list-view>`;
    const { shortfall, view } = read(html);
    expect({ shortfall, view }).toEqual({ shortfall: 0, view: undefined });
  });
  it('of two lists, beyond what a number holds, does not make the reading refused', () => {
    const one = `<section>${bar('9007199254740991')}${list('Contacts', '')}</section>`;
    expect(z.safeParse(pageReadingSchema, reading(one + one)).success).toBe(true);
  });
  it('has no record in it for the header of rows by role', () => {
    const html = `<div role="row"><div role="columnheader">${on}</div></div><div role="row" id="${id(1)}">${on}</div>`;
    expect(read(html)).toMatchObject({ ids: [id(1)], shortfall: 0 });
  });
  it('is not exceeded by a record that its row does not name and the component does', () => {
    const html = `<section>${bar('2')}${list('Contacts', row(1, 'on') + row(2, 'on').replaceAll(id(2), 'row2'))}</section>`;
    const component = { module: 'Contacts', ids: [id(1), id(2)] };
    expect(read(html, contacts, [component])).toMatchObject({ ids: [id(1), id(2)], shortfall: 0 });
  });
});

describe('readComponents never throws', () => {
  const fail = () => {
    throw new Error('no');
  };
  const withBroken = (target: object, name: PropertyKey, value: unknown = fail) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, get: () => value });
    try {
      return readComponents(componentProfiles, 10);
    } finally {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    }
  };

  it.each(['getAttribute', 'matches', 'checkVisibility'])('where a list’s %s fails', (name) => {
    document.body.innerHTML = list('Contacts', row(1, 'on'));
    const table = document.querySelector('crux-table-component') ?? document.body;
    expect(() => withBroken(table, name)).not.toThrow();
  });
  it.each(['map', 'find', 'join', 'push'])('where Array.prototype.%s fails', (name) => {
    document.body.innerHTML = list('Contacts', row(1, 'on'));
    expect(() => withBroken(Array.prototype, name)).not.toThrow();
  });
  it.each(['querySelectorAll'])('where document.%s fails', (name) => {
    document.body.innerHTML = list('Contacts', row(1, 'on'));
    expect(() => withBroken(document, name)).not.toThrow();
  });
});
