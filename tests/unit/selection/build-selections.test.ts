import * as z from '@/lib/zod';
import { describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import {
  buildSelections,
  selectionsOf,
  selectionsOfLink,
  withPlaced,
} from '@/lib/selection/build-selections';
import { noDoubts, selectionLimit, type PageReading, type ReadingPart } from '@/lib/selection/page-reading';
import { pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { recordCount } from '@/lib/selection/selection';
import { selectionsSchema } from '@/lib/selection/selection-schema';
import { problemOfCall } from '../support/problem-of';

const id = '7618134000000632028';
const other = '7618134000000647040';
const third = '7618134000000647041';
const url = 'https://bigin.zoho.eu/bigin/org942010964/Home#/deals';
const page = { dataCenter: 'eu', org: 'org942010964' } as const;
const part = (changes: Partial<ReadingPart> = {}): ReadingPart => ({
  source: 'list',
  modules: ['Pipelines'],
  ids: [id, other],
  ...changes,
});
const reading = (changes: Partial<PageReading> = {}): PageReading => ({
  ...noDoubts,
  url,
  parts: [part()],
  ...changes,
});
const problemOf = (changes: Partial<PageReading>) => problemOfCall(() => selectionsOf(reading(changes)));

describe('what is selected on a page', () => {
  it('has the page’s data center and organization, and a selection a module', () => {
    const parts = [part(), part({ modules: ['Contacts'], ids: [third] })];
    expect(selectionsOf(reading({ parts }))).toEqual({
      ...page,
      ...noDoubts,
      byModule: [
        { ...page, module: 'Pipelines', ids: [id, other], sources: ['list'] },
        { ...page, module: 'Contacts', ids: [third], sources: ['list'] },
      ],
      unplaced: [],
      missing: 0,
    });
  });

  it('has each record once, with all the sources of its module', () => {
    const parts = [part(), part({ source: 'component', ids: [other, third] })];
    expect(selectionsOf(reading({ parts })).byModule).toEqual([
      { ...page, module: 'Pipelines', ids: [id, other, third], sources: ['list', 'component'] },
    ]);
  });

  it('keeps apart the records whose module the page does not tell, unless another part does', () => {
    const parts = [part({ modules: ['Tasks', 'Calls'], ids: [id, third] }), part({ modules: ['Tasks'] })];
    const selected = selectionsOf(reading({ parts }));
    expect(selected.byModule).toMatchObject([{ module: 'Tasks', ids: [id, other] }]);
    expect(selected.unplaced).toEqual([{ source: 'list', modules: ['Tasks', 'Calls'], ids: [third] }]);
    expect(recordCount(selected)).toBe(3);
  });

  it('carries the page’s count and every doubt', () => {
    const doubts = { pageCount: 120, shortfall: 118, excess: 0, unchecked: 1, beside: 2 };
    expect(selectionsOf(reading(doubts))).toMatchObject(doubts);
  });

  it('is none outside Bigin', () => {
    expect(problemOf({ url: 'https://example.com' })).toEqual({ code: 'notBigin' });
  });

  it('is none where nothing is ticked', () => {
    expect(problemOf({ parts: [] })).toEqual({ code: 'nothingSelected' });
    expect(problemOf({ parts: [part({ ids: [] })], pageCount: 0 })).toEqual({ code: 'nothingSelected' });
  });

  it('is not silently none where the page says that some are selected', () => {
    expect(problemOf({ parts: [], shortfall: 3000 })).toEqual({
      code: 'selectionUnreadable',
      values: { count: 3000 },
    });
  });

  it('is a whole view where the page says so, even if none of its records could be read', () => {
    const view = { isCertain: true, modules: ['Contacts'] as const, cvid: other, count: 3000 };
    expect(selectionsOf(reading({ parts: [], shortfall: 3000, view }))).toMatchObject({ byModule: [], view });
  });

  it('fits the shape in which it travels', () => {
    const selected = selectionsOf(reading({ pageCount: 5, shortfall: 3 }));
    expect(z.parse(selectionsSchema, selected)).toEqual(selected);
  });
});

describe('records whose module has been found', () => {
  const selected = buildSelections(page, [
    { source: 'list', modules: ['Tasks'], ids: [id] },
    { source: 'component', modules: ['Tasks', 'Calls'], ids: [other, third] },
  ]);

  it('join the selections of their modules', () => {
    const placed = withPlaced(selected, [
      { module: 'Calls', ids: [third] },
      { module: 'Tasks', ids: [other] },
    ]);
    expect(placed).toMatchObject({
      byModule: [
        { module: 'Tasks', ids: [id, other], sources: ['list', 'component'] },
        { module: 'Calls', ids: [third], sources: ['component'] },
      ],
      unplaced: [],
      missing: 0,
    });
  });

  it('that are found nowhere are missing', () => {
    expect(withPlaced(selected, [{ module: 'Calls', ids: [third] }])).toMatchObject({ missing: 1 });
  });

  it('stay open where a module that may have them could not be read', () => {
    const stillOpen = [{ source: 'component' as const, modules: ['Calls' as const], ids: [third] }];
    const placed = withPlaced(selected, [{ module: 'Tasks', ids: [] }], stillOpen);
    expect(placed).toMatchObject({ missing: 1, unplaced: stillOpen });
    const none = buildSelections(page, [{ source: 'pasted', modules: ['Tasks', 'Calls'], ids: [third] }]);
    expect(problemOfCall(() => withPlaced(none, [], stillOpen))).toEqual({
      code: 'lookUpRefused',
      values: { count: 1, modules: 'Calls' },
    });
  });

  it('and none of which is found are no selection', () => {
    const open = buildSelections(page, [{ source: 'pasted', modules: moduleNames, ids: [id, other] }]);
    expect(problemOfCall(() => withPlaced(open, []))).toEqual({ code: 'noneFound', values: { count: 2 } });
  });
});

describe('the selection of a link', () => {
  it.each([
    `https://bigin.zoho.com/bigin/org1/Home#/contacts/${id}`,
    `https://bigin.zoho.com/crm/org1/tab/Contacts/${id}`,
  ])('is the record that it names: %s', (link) => {
    expect(selectionsOfLink(link)).toMatchObject({
      dataCenter: 'us',
      org: 'org1',
      byModule: [{ module: 'Contacts', ids: [id], sources: ['link'] }],
      shortfall: 0,
    });
  });

  it.each([
    'https://example.com/contacts/7618134000000632028',
    'javascript:alert(1)',
    'https://bigin.zoho.com/bigin/org1/Home#/contacts',
    `https://bigin.zoho.com/bigin/org1/Home#/deals/kanban/${id}`,
  ])('is none: %s', (link) => {
    expect(problemOfCall(() => selectionsOfLink(link))).toEqual({ code: 'linkNotRecord' });
  });
});

describe('what a content script answers', () => {
  it.each([
    [{}, true],
    [{ pageCount: 3 }, true],
    [{ parts: [] }, true],
    [{ view: { isCertain: false, modules: ['Contacts'], count: 3 } }, true],
    [{ view: { isCertain: true, modules: ['Contacts'], count: 3, cvid: '1 or 1' } }, false],
    [{ view: { isCertain: true, modules: [], count: 3 } }, false],
    [{ parts: [part({ ids: ['1; drop'] })] }, false],
    [{ parts: [{ ...part(), ids: [7618134000000632000] }] }, false],
    [{ parts: [part({ ids: Array.from({ length: selectionLimit + 1 }, () => id) })] }, false],
    [
      { parts: Array.from({ length: 101 }, () => part({ ids: Array.from({ length: 1000 }, () => id) })) },
      false,
    ],
    [{ parts: [{ ...part(), modules: ['Leads'] }] }, false],
    [{ parts: [{ ...part(), modules: [] }] }, false],
    [{ parts: [{ ...part(), source: 'somewhere' }] }, false],
    [{ pageCount: -1 }, false],
    [{ pageCount: 1.5 }, false],
    [{ shortfall: undefined }, false],
    [{ url: 5 }, false],
  ] as const)('is taken or refused as a whole (%#)', (changes, isTaken) => {
    expect(z.safeParse(pageReadingSchema, { ...reading(), ...changes }).success).toBe(isTaken);
  });
});
