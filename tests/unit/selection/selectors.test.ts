import { beforeEach, describe, expect, it } from 'vitest';
import * as selectors from '@/lib/selection/selectors';
import type { EvidencePage, Matches } from '@/lib/selection/selectors';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { newest } from '../support/fake';
import { openWebApp, type WebAppPage } from '../support/web-app';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const row = selectors.cruxRow;

async function list(options = '', ticked = 2): Promise<WebAppPage> {
  const page = await openWebApp(fake, `${options}#/contacts`, row);
  page.tick(...newest(fake, ticked));
  return page;
}

async function opened(path: string, shown: string, ...clicks: [selector: string, index: number][]) {
  const page = await openWebApp(fake, path, shown);
  for (const [selector, index] of clicks) page.click(selector, index);
  return page;
}

/** The pages that evidence is counted on, as `EvidencePage` describes them. */
const pages: Record<EvidencePage, () => Promise<WebAppPage>> = {
  list: () => list(),
  'list, nothing ticked': () => list('', 0),
  'list, unpinned': () => list('?pinned=off'),
  'list, whole view': () => opened('#/contacts', row, ['#selectCheckbox > *', 0], ['#selectAllRecords', 0]),
  'older list': () => opened('#/products', 'tr[id]', ['tr[id] input', 0], ['tr[id] input', 1]),
  'older grid': () =>
    opened('?older=grid#/products', '[role="row"]', ['[role="row"]', 1], ['[role="row"]', 2]),
  board: () =>
    opened(
      '#/deals/kanban',
      'lyte-card',
      ['[data-zcqa="bulkMode"]', 0],
      ['lyte-card lyte-checkbox > *', 0],
      ['lyte-card lyte-checkbox > *', 1],
    ),
  activities: () =>
    opened('#/activities', row, [`${selectors.cruxBox} > *`, 0], [`${selectors.cruxBox} > *`, 1]),
  search: () => {
    const box = `${selectors.cruxTable}[cx-prop-module="Accounts"] ${selectors.cruxBox} > *`;
    return opened('#/search?word=a', row, [box, 0], [box, 1]);
  },
  settings: () => opened('#/settings', 'main *'),
};

const exported: Record<string, unknown> = { ...selectors };
const names = Object.keys(exported).filter(
  (name) => typeof exported[name] === 'string' && name !== 'anyList',
);
const evidence = names.flatMap((name) => {
  const matches = (exported[`${name}_`] ?? []) as Matches;
  return matches.map(([count, page]) => ({ name, selector: String(exported[name]), count, page }));
});

/** What is looked for within boxes and rows is counted there. */
const within: Record<string, string> = {
  cruxTicked: `${selectors.cruxBox} :is(${selectors.cruxTicked})`,
  control: `:is(${selectors.control})${selectors.clearSelection}`,
  recordLink: `:is(${selectors.genericRow}) ${selectors.recordLink}`,
};

describe('the evidence for a selector', () => {
  it.each(evidence)(
    '$name matches $count times on the page “$page”',
    async ({ name, selector, count, page }) => {
      expect((await pages[page]()).count(within[name] ?? selector)).toBe(count);
    },
  );

  it.each(names)('%s has some', (name) => {
    expect(evidence.some((each) => each.name === name && each.count > 0)).toBe(true);
  });
});

describe('a list’s profile', () => {
  it('is held by the pages of its kind', async () => {
    const page = await list();
    const [crux] = selectors.listProfiles;
    const table = page.document.querySelector(crux?.list ?? '');
    expect(table?.getAttribute(crux?.moduleAttribute ?? '')).toBe('Contacts');
    const around = table?.closest(crux?.view ?? '');
    expect(around?.getAttribute(crux?.viewIdAttribute ?? '')).toMatch(/^\d{19}$/);
    for (const box of page.document.querySelectorAll(crux?.box ?? '')) {
      expect(box.id.slice(crux?.boxIdPrefix.length)).toMatch(/^\d{19}$/);
    }
    for (const id of newest(fake, 2)) {
      const links = `${row}[id="${id}"] ${selectors.recordLink}[href$="#/contacts/${id}"]`;
      expect(page.count(links)).toBe(1);
    }
  });

  it.each(['', '?aria=off', '?boxes=input'])('is not needed for the cards of a board %s', async (options) => {
    const card = 'lyte-card lyte-checkbox > *';
    const page = await opened(
      `${options}#/deals/kanban`,
      'lyte-card',
      ['[data-zcqa="bulkMode"]', 0],
      [card, 0],
      [card, 1],
    );
    const ticked = [...page.document.querySelectorAll(selectors.anyTicked)];
    expect(new Set(ticked.map((box) => box.closest(selectors.genericRow))).size).toBe(2);
    expect(page.count(`lyte-card ${selectors.recordLink}.crm-kv-header-link`)).toBe(page.count('lyte-card'));
  });
});
