// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { cruxMarkup } from '../../support/crux-markup';
import { selectionLimit, type PageReading } from '@/lib/selection/page-reading';
import { componentListsSchema, pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { readPage } from '@/lib/selection/read-page';
import { readComponents } from '@/lib/selection/readers/read-components';
import { componentProfiles } from '@/lib/selection/selectors';
import * as z from '@/lib/zod';
import { inShort } from '../../support/in-short';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const id = (number: number) => `7618134000000${String(number).padStart(6, '0')}`;

/** What the page did to its world, to be undone after the test. */
const undo: (() => void)[] = [];

/** Does to the page's world what a page can: defines a property, until the test is over. */
function pollute(target: object, name: PropertyKey, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  undo.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

function clean(): void {
  for (const step of undo.splice(0).reverse()) step();
}

/** The list of the page: row 1 is ticked, row 2 is not. */
function table(): HTMLElement {
  const element = document.querySelector<HTMLElement>('crux-table-component');
  if (!element) throw new Error('there is no table');
  return element;
}

const tell = (told: unknown) => Object.assign(table(), { getData: () => told });

/** What the page's world answers: a copy, made before that world is left; none where it cannot be copied. */
function answer(): unknown {
  const lists = readComponents(componentProfiles, selectionLimit);
  try {
    return JSON.parse(JSON.stringify(lists));
  } catch {
    return undefined;
  }
}

/** Runs this in the page's world, which ends with it. */
function inPageWorld<T>(run: () => T): T {
  try {
    return run();
  } finally {
    clean();
  }
}

/** What the product then makes of the page. */
function read(): PageReading {
  const answered = inPageWorld(answer);
  return readPage(document, url, z.safeParse(componentListsSchema, answered).data ?? []);
}

beforeEach(() => {
  const rows = [{ id: id(1), ticked: true }, { id: id(2) }];
  document.body.innerHTML = cruxMarkup({ module: 'Contacts', rows });
});

const proxied = (handler: ProxyHandler<unknown[]>) => new Proxy<unknown[]>([id(2), id(3)], handler);
const fail = () => {
  throw new Error('no');
};

describe('a component whose answer', () => {
  it.each<[string, unknown]>([
    ['is a Proxy that fails at everything', proxied({ get: fail, has: fail, ownKeys: fail })],
    ['is a Proxy that was taken back', revoked()],
    ['is an array-like', { length: 2, 0: id(3), 1: id(4) }],
    ['is an array-like without end', { length: Infinity, 0: id(3) }],
    ['is one string', id(3)],
    ['is a function', () => [id(3)]],
    ['is a Set', new Set([id(3)])],
    ['holds numbers', [7_618_134_000_000_632, 7_618_134_000_000_632_028n, Number.NaN, -0]],
    ['holds what turns into a string', [{ toString: () => id(3) }, [id(3)], Object(id(3))]],
    ['holds itself', selfish()],
    ['holds nothing but holes', Array.from({ length: 5 })],
    ['has a slice of its own', Object.assign([], { slice: () => ({ filter: () => 7 }) })],
    ['has a slice that fails', Object.assign([id(3)], { slice: fail })],
  ])('%s adds no record', (_, told) => {
    tell(told);
    expect(inShort(read())).toMatchObject({ ids: [id(1)], shortfall: 0, unchecked: 0 });
  });

  it('holds lone surrogates adds no record, and is not passed over in silence', () => {
    tell(['\ud800', '\udfff7618134000000632028', 'x\ud83d']);
    expect(inShort(read())).toMatchObject({ ids: [id(1)], shortfall: 3, unchecked: 0 });
  });

  it('is a Proxy of an array without end is cut off', () => {
    const endless = proxied({
      get: (_, name) => (name === 'length' ? Number.MAX_SAFE_INTEGER : [][name as 'at']),
    });
    tell(endless);
    expect(readComponents(componentProfiles, 1000)[0]?.ids).toEqual([]);
    const huge = Array.from({ length: 3 * selectionLimit }, (_, index) => String(index));
    tell(huge);
    expect(readComponents(componentProfiles, selectionLimit)[0]?.ids).toHaveLength(selectionLimit);
  });

  it('is longer than may be, by a slice of its own, is refused', () => {
    const huge = Array.from({ length: selectionLimit + 1 }, (_, index) => id(index));
    tell(Object.assign([], { slice: () => huge }));
    expect(inShort(read()).ids).toEqual([id(1)]);
  });

  it('changes each time it is read is taken once', () => {
    let asked = 0;
    Object.assign(table(), { getData: () => [id(10 + asked++)] });
    expect(inShort(read()).ids).toEqual([id(1), id(10)]);
    expect(asked).toBe(1);
  });

  it('unticks the page while it is asked is believed no more than what is then seen', () => {
    const getData = () => {
      for (const box of document.querySelectorAll('lyte-checkbox, lyte-checkbox span')) {
        box.className = '';
        box.setAttribute('aria-checked', 'false');
      }
      return [id(1)];
    };
    Object.assign(table(), { getData });
    expect(inShort(read()).ids).toEqual([]);
  });
});

describe('a page that changes the world its components are asked in', () => {
  const polluted: [string, () => void][] = [
    ['Object.prototype.ids', () => pollute(Object.prototype, 'ids', { value: [id(2)], writable: true })],
    [
      'Object.prototype.module',
      () => pollute(Object.prototype, 'module', { set: fail, get: () => 'Contacts' }),
    ],
    [
      'Object.prototype.getData',
      () => pollute(Object.prototype, 'getData', { value: () => [id(2)], writable: true }),
    ],
    ['Object.prototype.component', () => pollute(Object.prototype, 'component', { get: fail })],
    [
      'Object.prototype.toJSON',
      () => pollute(Object.prototype, 'toJSON', { value: () => [{ ids: [id(2)] }] }),
    ],
    ['Array.prototype.toJSON', () => pollute(Array.prototype, 'toJSON', { value: () => [id(2)] })],
    ['Array.prototype.filter', () => pollute(Array.prototype, 'filter', { value: () => [id(2)] })],
    ['Array.prototype.filter that fails', () => pollute(Array.prototype, 'filter', { value: fail })],
    [
      'Array.prototype.slice',
      () => pollute(Array.prototype, 'slice', { value: () => ({ filter: () => 'x' }) }),
    ],
    ['Array.isArray', () => pollute(Array, 'isArray', { value: () => true })],
  ];

  it.each(polluted)('gains nothing: %s', (_, change) => {
    tell([id(1), id(2)]);
    change();
    const reading = read();
    expect(inShort(reading).ids).toEqual([id(1)]);
    expect(z.safeParse(pageReadingSchema, reading).success).toBe(true);
  });

  const inBothWorlds: [string, PropertyDescriptor][] = [
    ['ids', { value: [id(2)], writable: true }],
    ['module', { get: () => 'Accounts', set: () => {} }],
    ['module', { get: () => 'Accounts', set: fail }],
    ['parts', { value: [{ source: 'list', modules: ['Contacts'], ids: [id(2)] }], writable: true }],
    ['shortfall', { value: -1, writable: true }],
    ['length', { value: 1, writable: true }],
  ];

  it.each(inBothWorlds)(
    'gains nothing, were its answer parsed in that world: Object.prototype.%s',
    (name, change) => {
      const inChangedWorld = <T>(parse: () => T) => {
        pollute(Object.prototype, name, change);
        try {
          return inPageWorld(parse);
        } catch {
          return undefined;
        }
      };
      tell([id(1), id(2)]);
      const components = inChangedWorld(() => z.parse(componentListsSchema, answer()));
      const reading = readPage(document, url, components);
      const parsed = inChangedWorld(() => z.parse(pageReadingSchema, reading));
      expect(inShort(parsed ?? reading)).toMatchObject({ ids: [id(1)], modules: ['Contacts'] });
    },
  );
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable<unknown[]>([], {});
  revoke();
  return proxy;
}

function selfish(): unknown[] {
  const list: unknown[] = [];
  list.push(list);
  return list;
}
