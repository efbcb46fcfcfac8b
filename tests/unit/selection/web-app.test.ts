import { beforeEach, describe, expect, it } from 'vitest';
import { noDoubts } from '@/lib/selection/page-reading';
import * as selectors from '@/lib/selection/selectors';
import { selectionsOf } from '@/lib/selection/build-selections';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { inShort } from '../support/in-short';
import { at, newest, zylker } from '../support/fake';
import { problemOfCall } from '../support/problem-of';
import { openWebApp } from '../support/web-app';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const row = selectors.cruxRow;
const openContacts = (options = '') => openWebApp(fake, `${options}#/contacts`, row);

describe('a selection on the web app', () => {
  it.each(['', '?pinned=off', '?boxes=input', '?aria=off', '?aria=off&boxes=input&pinned=off'])(
    'is what was ticked in a list %s',
    async (options) => {
      const [first = '', second = '', third = ''] = newest(fake, 3);
      const page = await openContacts(options);
      page.tick(first, second, third);
      page.tick(second);
      const org = { dataCenter: 'us', org: `org${zylker}` } as const;
      expect(selectionsOf(page.read())).toEqual({
        ...org,
        ...noDoubts,
        byModule: [{ ...org, module: 'Contacts', ids: [first, third], sources: ['list'] }],
        unplaced: [],
        missing: 0,
        pageCount: 2,
      });
    },
  );

  it.each(['en', 'de', 'fr', 'ja', 'hi', 'ar', 'pt'])(
    'that goes beyond the rows drawn is noticed in %s',
    async (language) => {
      const page = await openContacts(`?lang=${language}`);
      page.click('#selectCheckbox > *');
      page.click('#selectAllRecords');
      const { ids, pageCount, shortfall, view } = inShort(page.read());
      expect(pageCount).toBe(3000);
      expect(shortfall).toBe(3000 - ids.length);
      expect(newest(fake, 50)).toEqual(expect.arrayContaining(ids));
      const cvid = fake.world.org(zylker)?.views.Contacts[0]?.id;
      expect(view).toEqual({ isCertain: true, modules: ['Contacts'], count: 3000, cvid });
    },
  );

  it('of a whole page says how many of its rows are not drawn', async () => {
    const page = await openContacts();
    page.click('#selectCheckbox > *');
    const { ids, shortfall } = inShort(page.read());
    expect(ids.length + shortfall).toBe(50);
    expect(newest(fake, 50)).toEqual(expect.arrayContaining(ids));
  });

  it('is nothing where the ticks were taken back', async () => {
    const page = await openContacts();
    page.tick(at(newest(fake, 1), 0));
    page.click(selectors.clearSelection);
    expect(problemOfCall(() => selectionsOf(page.read()))).toEqual({ code: 'nothingSelected' });
  });

  it.each(['', '?older=li'])('is read from the older list %s', async (options) => {
    const page = await openWebApp(fake, `${options}#/products`, '[data-zcqa="listRow"]');
    page.click('[data-zcqa="listRow"] input', 1);
    page.click('[data-zcqa="listRow"] input', 4);
    const products = newest(fake, 5, 'Products');
    expect(inShort(page.read())).toMatchObject({
      modules: ['Products'],
      ids: [at(products, 1), at(products, 4)],
      sources: ['markup'],
      shortfall: 0,
      excess: 0,
    });
  });

  it('is read from rows of the older list that have no boxes', async () => {
    const page = await openWebApp(fake, '?older=grid#/products', '[data-zcqa="listRow"]');
    page.click('[data-zcqa="listRow"]', 1);
    page.click('[data-zcqa="listRow"]', 4);
    page.click('[data-zcqa="listRow"]', 1);
    expect(inShort(page.read())).toMatchObject({
      ids: [at(newest(fake, 5, 'Products'), 4)],
      pageCount: 1,
      shortfall: 0,
    });
  });

  it('of all rows of the older list does not count its header', async () => {
    const page = await openWebApp(fake, '#/products', 'tr[id]');
    page.click('[data-zcqa="selectAll"]');
    expect(inShort(page.read())).toMatchObject({ ids: newest(fake, 50, 'Products'), shortfall: 0 });
  });

  it.each(['', '?aria=off', '?boxes=input'])('is read from the board %s', async (options) => {
    const page = await openWebApp(fake, `${options}#/deals/kanban`, 'lyte-card');
    page.click('[data-zcqa="bulkMode"]');
    page.click('lyte-card lyte-checkbox > *', 2);
    const link = page.document.querySelectorAll('lyte-card')[2]?.querySelector('a.crm-kv-header-link');
    expect(inShort(page.read())).toMatchObject({
      modules: ['Pipelines'],
      ids: [link?.getAttribute('href')?.split('/').at(-1)],
      shortfall: 0,
    });
  });

  it('is the record of a record’s page, whatever is ticked in its related lists', async () => {
    const contact = at(newest(fake, 1), 0);
    const account = String(fake.world.record(zylker, 'Contacts', contact)?.fields['Account_Name']);
    const page = await openWebApp(fake, `#/companies/${account}`, row);
    page.click(`${selectors.cruxBox} > *`);
    expect(page.read()).toEqual({
      ...noDoubts,
      url: page.url,
      parts: [{ source: 'url', modules: ['Accounts'], ids: [account] }],
      beside: 1,
    });
  });

  it('is the record of an old link', async () => {
    const id = at(newest(fake, 1), 0);
    const page = await openWebApp(fake, `/crm/org${zylker}/tab/Contacts/${id}`, 'h1');
    expect(inShort(page.read())).toMatchObject({ modules: ['Contacts'], ids: [id], sources: ['url'] });
  });

  it('of two modules in a search’s results is a selection each', async () => {
    const page = await openWebApp(fake, '#/search?word=a', row);
    const boxOf = (module: string) =>
      `${selectors.cruxTable}[cx-prop-module="${module}"] ${selectors.cruxBox} > *`;
    page.click(boxOf('Accounts'));
    page.click(boxOf('Accounts'), 1);
    page.click(boxOf('Contacts'));
    const { byModule, pageCount, shortfall } = selectionsOf(page.read());
    expect(byModule.map(({ module, ids }) => [module, ids.length])).toEqual([
      ['Contacts', 1],
      ['Accounts', 2],
    ]);
    expect({ pageCount, shortfall }).toEqual({ pageCount: 3, shortfall: 0 });
  });

  it('of tasks, events and calls in one list is a selection each', async () => {
    const page = await openWebApp(fake, '#/activities', row);
    for (const index of [0, 1, 2, 3]) page.click(`${selectors.cruxBox} > *`, index);
    const { byModule, unplaced } = selectionsOf(page.read());
    expect(byModule).toMatchObject([
      { module: 'Tasks', ids: newest(fake, 2, 'Tasks') },
      { module: 'Events', ids: newest(fake, 1, 'Events') },
      { module: 'Calls', ids: newest(fake, 1, 'Calls') },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('is nothing on a page without records', async () => {
    const page = await openWebApp(fake, '#/settings', 'main *');
    expect(problemOfCall(() => selectionsOf(page.read()))).toEqual({ code: 'nothingSelected' });
  });
});
