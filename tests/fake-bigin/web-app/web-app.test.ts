// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { perModule } from '../world/modules';
import type { BiginRecord, Org } from '../world/types';
import { createWebApp } from './index';
import type { ListPage, PagedRows, RecordPage, SearchPage } from './wire/messages';

const zgid = '7001';
const host = 'https://bigin.zoho.com';
const idOf = (serial: number) => `4000001000000${String(serial).padStart(6, '0')}`;

function record(serial: number, name: string, more: Partial<BiginRecord> = {}): BiginRecord {
  return {
    id: idOf(serial),
    name,
    tags: [],
    fields: {},
    locked: false,
    createdTime: 0,
    modifiedTime: 0,
    ...more,
  };
}

function smallOrg(): Org {
  const records = perModule((): BiginRecord[] => []);
  records.Accounts = [record(1, 'Zylker <Corp>')];
  records.Contacts = Array.from({ length: 23 }, (_, index) =>
    record(100 + index, `Contact ${index}`, {
      tags: index === 0 ? ['VIP', 'Unlisted'] : [],
      fields: { Phone: '+15550100000', Account_Name: index < 2 ? idOf(1) : null },
    }),
  );
  records.Pipelines = [record(300, 'Refit', { fields: { Stage: 'Closed Won', Contact_Name: idOf(100) } })];
  records.Tasks = [record(400, 'Call back'), record(401, 'Write')];
  records.Events = [record(500, 'Lunch')];
  records.Calls = [record(600, 'Hello')];
  const views = perModule((): Org['views']['Contacts'] => []);
  views.Contacts = [
    { id: idOf(900), name: 'All', includes: () => true },
    { id: idOf(901), name: 'Tagged', includes: ({ tags }) => tags.length > 0 },
  ];
  return {
    zgid,
    id: idOf(0),
    companyName: 'A </script><b>& Co',
    dataCenter: 'us',
    idPrefix: '4000001000000',
    plan: 'free',
    users: 2,
    labels: { Accounts: { singular: 'Firm', plural: 'Firms' } },
    forbiddenModules: new Set(),
    tagChangesForbidden: false,
    tags: { ...perModule(() => []), Contacts: [{ id: idOf(50), name: 'VIP', colorCode: '#57B1FD' }] },
    records,
    views,
  };
}

let org: Org;
let app: ReturnType<typeof createWebApp>;

beforeEach(() => {
  org = smallOrg();
  app = createWebApp({ world: { org: (asked) => (asked === zgid ? org : undefined) } });
});

const get = (path: string, from = host) => app.fetch(new Request(`${from}${path}`));
const json = async <T>(path: string) => (await (await get(`/bigin/org${zgid}/${path}`)).json()) as T;
const status = async (path: string, from = host) => (await get(path, from)).status;

describe('pages', () => {
  it('serves one app at both families of URLs', async () => {
    const paths = [
      `/bigin/org${zgid}/Home`,
      `/bigin/org${zgid}/Home?TODO=addUser`,
      `/crm/org${zgid}/tab/Contacts`,
      `/crm/org${zgid}/tab/Contacts/${idOf(100)}`,
    ];
    for (const path of paths) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).toContain('/bigin/_static/app.js');
    }
  });

  it('answers 404 for an unknown organization, another data center and an unknown page', async () => {
    expect(await status('/bigin/org9999/Home')).toBe(404);
    expect(await status(`/bigin/org${zgid}/Home`, 'https://bigin.zoho.eu')).toBe(404);
    expect(await status(`/bigin/org${zgid}/Elsewhere`)).toBe(404);
    expect(await status(`/bigin/${zgid}/Home`)).toBe(404);
  });

  it('cannot be broken out of by a name', async () => {
    const text = await (await get(`/bigin/org${zgid}/Home`)).text();
    expect(text).not.toContain('</script><b>');
    expect(text).toContain('<title>A &lt;/script&gt;&lt;b&gt;&amp; Co</title>');
    const boot = /id="boot">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
    expect(JSON.parse(boot)).toMatchObject({ zgid, companyName: org.companyName });
  });

  it('leaves modules out that the user may not see, and uses the words of the organization', async () => {
    org.forbiddenModules.add('Calls');
    const text = await (await get(`/bigin/org${zgid}/Home`)).text();
    expect(text).toContain('"name":"Accounts","own":{"singular":"Firm","plural":"Firms"}');
    expect(text).not.toContain('"name":"Calls"');
  });

  it('bundles the client', async () => {
    const script = await get('/bigin/_static/app.js');
    const style = await get('/bigin/_static/app.css');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(await script.text()).toContain('customElements.define("crux-table-component"');
    expect(await style.text()).toContain('.cxLvShowOverlay');
  });
});

describe('data of a list', () => {
  it('comes in pages, with the first view when none is named', async () => {
    const third = await json<ListPage>('_data/Contacts?page=3&perPage=10');
    expect(third).toMatchObject({ total: 23, page: 3, perPage: 10, cvid: idOf(900) });
    expect(third.rows.map(({ name }) => name)).toEqual(['Contact 20', 'Contact 21', 'Contact 22']);
  });

  it('holds tags with their colours and links to other records', async () => {
    const { rows } = await json<ListPage>('_data/Contacts?perPage=10');
    expect(rows[0]?.tags).toEqual([
      { name: 'VIP', color: '#57B1FD' },
      { name: 'Unlisted', color: expect.stringMatching(/^#/) },
    ]);
    expect(rows[0]?.links).toEqual({
      Account_Name: { module: 'Accounts', id: idOf(1), name: 'Zylker <Corp>' },
    });
    expect(rows[2]?.links).toEqual({});
  });

  it('shows the tags as they are now', async () => {
    await json<ListPage>('_data/Contacts?perPage=10');
    const [newest] = org.records.Contacts;
    if (newest) newest.tags = ['Unlisted'];
    const { rows } = await json<ListPage>('_data/Contacts?perPage=10');
    expect(rows[0]?.tags.map(({ name }) => name)).toEqual(['Unlisted']);
  });

  it('is restricted by a view', async () => {
    const tagged = await json<ListPage>(`_data/Contacts?cvid=${idOf(901)}`);
    expect(tagged).toMatchObject({ total: 1, cvid: idOf(901) });
    expect(await status(`/bigin/org${zgid}/_data/Contacts?cvid=1`)).toBe(404);
  });

  it('comes whole for a board', async () => {
    expect((await json<ListPage>('_data/Contacts?perPage=all')).rows).toHaveLength(23);
  });

  it('mixes the activities', async () => {
    const { rows } = await json<ListPage>('_data/Activities');
    expect(rows.map(({ module }) => module)).toEqual(['Tasks', 'Events', 'Calls', 'Tasks']);
    org.forbiddenModules.add('Events');
    expect((await json<ListPage>('_data/Activities')).rows.map(({ module }) => module)).not.toContain(
      'Events',
    );
  });

  it('is refused for what is forbidden, unknown or malformed', async () => {
    org.forbiddenModules.add('Products');
    const data = `/bigin/org${zgid}/_data`;
    expect(await status(`${data}/Products`)).toBe(403);
    expect(await status(`${data}/Products/${idOf(1)}`)).toBe(403);
    expect(await status(`${data}/Invoices`)).toBe(404);
    expect(await status(`${data}/Contacts?perPage=7`)).toBe(400);
    expect(await status(`${data}/Contacts?page=0`)).toBe(400);
    expect(await status('/bigin/org9999/_data/Contacts')).toBe(404);
  });
});

describe('data of a record', () => {
  it('has the records it names and those that name it', async () => {
    const contact = await json<RecordPage>(`_data/Contacts/${idOf(100)}`);
    expect(contact.record.name).toBe('Contact 0');
    expect(contact.related.map(({ module, rows }) => [module, rows.map(({ id }) => id)])).toEqual([
      ['Accounts', [idOf(1)]],
      ['Pipelines', [idOf(300)]],
    ]);
    const company = await json<RecordPage>(`_data/Accounts/${idOf(1)}`);
    expect(company.related.map(({ module, total }) => [module, total])).toEqual([['Contacts', 2]]);
  });

  it('is found in its own module only', async () => {
    expect(await status(`/bigin/org${zgid}/_data/Accounts/${idOf(100)}`)).toBe(404);
  });

  it('of an activity is found without its kind, unless that is forbidden', async () => {
    const lunch = await json<RecordPage>(`_data/Activities/${idOf(500)}`);
    expect(lunch.record).toMatchObject({ module: 'Events', name: 'Lunch' });
    expect(await status(`/bigin/org${zgid}/_data/Activities/${idOf(100)}`)).toBe(404);
    org.forbiddenModules.add('Events');
    expect(await status(`/bigin/org${zgid}/_data/Activities/${idOf(500)}`)).toBe(404);
  });
});

describe('search', () => {
  it('finds names, tags and fields in several modules, without regard to case', async () => {
    const names = async (word: string) =>
      (await json<SearchPage>(`_search?word=${encodeURIComponent(word)}`)).found.flatMap(({ module, rows }) =>
        rows.map(({ name }) => `${module}: ${name}`),
      );
    expect(await names('CALL')).toEqual(['Tasks: Call back']);
    expect(await names('vip')).toEqual(['Contacts: Contact 0']);
    expect(await names('closed')).toEqual(['Pipelines: Refit']);
    expect(await names('l')).toEqual(expect.arrayContaining(['Events: Lunch', 'Calls: Hello']));
    expect(await names(' ')).toEqual([]);
  });

  it('shows the first page of each module, and any page of one', async () => {
    const { found } = await json<SearchPage>('_search?word=contact');
    expect(found).toMatchObject([{ module: 'Contacts', page: 1, perPage: 20, total: 23 }]);
    expect(found[0]?.rows).toHaveLength(20);
    const second = await json<PagedRows>('_search/Contacts?word=contact&page=2');
    expect(second).toMatchObject({ page: 2, total: 23 });
    expect(second.rows.map(({ name }) => name)).toEqual(['Contact 20', 'Contact 21', 'Contact 22']);
  });

  it('of one module is refused for what is forbidden, unknown or malformed', async () => {
    org.forbiddenModules.add('Products');
    const search = `/bigin/org${zgid}/_search`;
    expect(await status(`${search}/Products?word=a`)).toBe(403);
    expect(await status(`${search}/Activities?word=a`)).toBe(404);
    expect(await status(`${search}/Contacts?word=a&page=0`)).toBe(400);
    expect(await status('/bigin/org9999/_search/Contacts?word=a')).toBe(404);
  });
});
