// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModuleName } from '@/lib/bigin/modules';
import { orgPrefix, type RecordId } from '@/lib/bigin/record-id';
import { readingSources } from '@/lib/selection/page-reading';
import { pageReadingSchema } from '@/lib/selection/page-reading-schema';
import { selectionsSchema } from '@/lib/selection/selection-schema';
import * as z from '@/lib/zod';
import { anyPage } from './any-page';
import { openPage } from './draw-page';
import { readWhole, type WholeReading } from './read-whole';
import { drawnRows, shownLists, tickedRows, type TrueList, type TruePage, type TrueRow } from './true-page';
import { computeVisibility } from './visibility';

beforeAll(computeVisibility);

/** Pages for each property. */
const numRuns = 80;
const timeout = 30_000;

/** Holds for every page, and for what the product reads of it. */
function forEveryPage(pages: fc.Arbitrary<TruePage>, holds: (page: TruePage, read: WholeReading) => void) {
  fc.assert(
    fc.property(pages, (page) => {
      openPage(page);
      holds(page, readWhole(page.url));
    }),
    { numRuns },
  );
}

const lists = anyPage().filter(({ record }) => !record);
const records = anyPage().filter(({ record }) => record !== undefined);
const inOrder = anyPage({ inOrder: true }).filter(({ record }) => !record);

const isCrux = ({ markup }: TrueList) => markup === 'crux';
const isLinked = ({ named }: TrueRow) => named.endsWith('link');
const drawnTicked = (list: TrueList) => drawnRows(list).filter(({ ticked }) => ticked);
const idsOf = (rows: readonly TrueRow[]) => rows.map(({ id }) => id);

/** The records of which the page shows that they are ticked. */
function seenTicked(page: TruePage): Set<RecordId> {
  const rows = shownLists(page).flatMap(drawnTicked);
  return new Set(idsOf(rows.filter(({ named }) => named !== 'not')));
}

/** What the lists' components say of records of the lists' organization, but for what is seen not to be so. */
function credible(page: TruePage): Map<RecordId, TrueList> {
  return new Map(
    shownLists(page).flatMap((list) => {
      const drawn = drawnRows(list).filter(({ named }) => named !== 'not');
      const orgs = new Set(idsOf(drawn).map(orgPrefix));
      const unticked = new Set(idsOf(drawn.filter(({ ticked }) => !ticked)));
      const told = (list.told?.ids ?? []).filter((id): id is RecordId => typeof id === 'string');
      return told
        .filter((id) => orgs.has(orgPrefix(id)) && !unticked.has(id))
        .map((id) => [id, list] as const);
    }),
  );
}

/** Whether a row is drawn that shows which organization's records the list holds. */
const showsOrg = (list: TrueList) => drawnRows(list).some(({ named }) => named !== 'not');

/** Whether a component's word on its list is backed by what the page shows: the organization, and some selection. */
const isBacked = (page: TruePage, list: TrueList) =>
  showsOrg(list) && (drawnTicked(list).length > 0 || [page, ...page.lists].some(({ count }) => count));

/** How many records of a page's lists are selected, as far as the page shows it or says it. */
function knowable(page: TruePage): number {
  const shown = shownLists(page);
  const older = shown.filter((list) => !isCrux(list)).flatMap(drawnTicked).length;
  const crux = shown.filter(isCrux).map((list) => {
    const isTold = list.told?.isRight && !list.count && showsOrg(list);
    return Math.max(drawnTicked(list).length, list.count?.count ?? 0, isTold ? tickedRows(list).length : 0);
  });
  return Math.max(older, page.count?.count ?? 0) + crux.reduce((sum, count) => sum + count, 0);
}

/** The modules that a ticked row's record can be of, as far as the page tells. */
function modulesTold(page: TruePage, list: TrueList, row: TrueRow): readonly ModuleName[] {
  const modules = isCrux(list) ? list.modules : page.modules;
  return isLinked(row) ? [row.module] : modules;
}

describe('the random pages', { timeout }, () => {
  it('are of all kinds', () => {
    const readings = fc.sample(anyPage(), { numRuns: 80, seed: 8 }).map((page) => {
      openPage(page);
      return readWhole(page.url);
    });
    const sources = readings.flatMap(({ reading }) => reading.parts.map(({ source }) => source));
    expect(new Set(sources)).toEqual(new Set(readingSources));
    expect(readings.some(({ selections }) => selections && selections.byModule.length > 1)).toBe(true);
    expect(readings.some(({ selections }) => selections && selections.unplaced.length > 0)).toBe(true);
    expect(readings.some(({ reading }) => reading.view)).toBe(true);
    expect(readings.some(({ reading }) => reading.excess > 0)).toBe(true);
    expect(readings.some(({ reading }) => reading.unchecked > 0)).toBe(true);
    expect(readings.some(({ shortfall }) => shortfall > 0)).toBe(true);
  });
});

describe('whatever page it is, the product', { timeout }, () => {
  it('selects no record that the page does not show ticked, or credibly tell of', () => {
    forEveryPage(lists, (page, { reading, records: selected }) => {
      const seen = seenTicked(page);
      const told = credible(page);
      for (const { source, ids } of reading.parts) {
        expect(ids.filter((id) => !(source === 'component' ? told.has(id) : seen.has(id)))).toEqual([]);
      }
      expect([...selected.keys()].filter((id) => !seen.has(id) && !told.has(id))).toEqual([]);
    });
  });

  it('believes no component that knows of more than the page itself says', () => {
    forEveryPage(lists, (page, { records: selected }) => {
      for (const list of shownLists(page)) {
        const known = new Set([...idsOf(drawnTicked(list)), ...(list.told?.ids ?? [])]);
        const read = [...selected.keys()].filter((id) => known.has(id));
        const isBeyond = read.length > (list.count?.count ?? Infinity);
        if (isBeyond) expect(seenTicked(page)).toEqual(new Set([...seenTicked(page), ...read]));
      }
    });
  });

  it('selects the record of a record’s page and no other, and tells of those ticked beside it', () => {
    forEveryPage(records, (page, { reading, records: selected }) => {
      expect([...selected]).toEqual([[page.record?.id, [page.record?.module]]]);
      expect(reading.beside).toBeGreaterThanOrEqual(knowable(page));
    });
  });

  it('is never silent about a record that the page shows or says to be selected', () => {
    forEveryPage(lists, (page, { records: selected, shortfall }) => {
      expect(selected.size + shortfall).toBeGreaterThanOrEqual(knowable(page));
    });
  });

  it('puts a record among those of its own module, or leaves it open where the page does not tell', () => {
    forEveryPage(lists, (page, { records: selected }) => {
      const told = credible(page);
      for (const list of shownLists(page)) {
        for (const row of tickedRows(list)) {
          const modules = selected.get(row.id);
          const isTold = told.has(row.id) && !row.drawn;
          const expected = isTold ? list.modules : modulesTold(page, list, row);
          if (modules) expect(modules).toEqual(expected);
          if (modules) expect(modules).toContain(row.module);
        }
      }
    });
  });

  it('never takes records of two organizations together', () => {
    forEveryPage(lists, (_, { records: selected }) => {
      expect(new Set([...selected.keys()].map(orgPrefix)).size).toBeLessThanOrEqual(1);
    });
  });

  it('speaks of a whole view only where one list says that there are more than it shows', () => {
    forEveryPage(lists, (page, { reading: { view } }) => {
      if (!view) return;
      const whole = shownLists(page).filter((list) => {
        const drawn = drawnRows(list);
        const looksWhole = drawn.length > 0 && drawn.every(({ ticked }) => ticked);
        return list.count?.count === view.count && (list.wholeView || looksWhole);
      });
      expect(whole.map(({ modules }) => modules)).toContainEqual(view.modules);
      expect(page.url).toContain(view.cvid ?? '');
    });
  });

  it('answers in the shapes in which its answers travel', () => {
    forEveryPage(anyPage(), (_, { reading, selections }) => {
      expect(z.parse(pageReadingSchema, reading)).toEqual(reading);
      if (selections) expect(z.parse(selectionsSchema, selections)).toEqual(selections);
    });
  });

  it('changes nothing of the page', () => {
    fc.assert(
      fc.property(anyPage(), (page) => {
        openPage(page);
        const before = document.documentElement.outerHTML;
        const ticked = document.querySelectorAll(':checked').length;
        readWhole(page.url);
        expect(document.documentElement.outerHTML).toBe(before);
        expect(document.querySelectorAll(':checked')).toHaveLength(ticked);
      }),
      { numRuns },
    );
  });
});

describe('a page of which nothing is missing, wrong or ambiguous', { timeout }, () => {
  it('is read exactly, and nothing of it is doubted', () => {
    forEveryPage(inOrder, (page, { records: selected, reading }) => {
      const shown = shownLists(page);
      const told = shown.filter((list) => list.told && isBacked(page, list)).flatMap(tickedRows);
      const read = new Set([...seenTicked(page), ...idsOf(told)]);
      expect(new Set(selected.keys())).toEqual(read);
      const counted = page.count?.count ?? 0;
      const older = shown.filter((list) => !isCrux(list)).flatMap(drawnTicked).length;
      const missing = shown
        .filter((list) => {
          const isRead = list.told && isBacked(page, list);
          return isCrux(list) && (list.count ?? list.told) && !isRead;
        })
        .map((list) => tickedRows(list).length - drawnTicked(list).length);
      expect(reading).toMatchObject({
        shortfall: Math.max(0, counted - older) + missing.reduce((sum, count) => sum + count, 0),
        excess: 0,
        beside: 0,
      });
    });
  });
});
