import { beforeEach, expect, test } from 'vitest';
import { apiClient, newest, zylker } from './api-client';
import { createFakeBigin, type FakeBigin } from './index';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

async function control(method: string, path: string, body?: unknown) {
  const response = await fake.fetch(
    new Request(`https://127.0.0.1/__control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, json: (await response.json()) as unknown };
}

test('records are read and changed', async () => {
  const [id = '', other = ''] = newest(fake, 2);
  const read = await control('GET', `/orgs/${zylker}/Contacts/records?ids=${id}`);
  expect(read.json).toEqual([{ id, name: 'Priya Watson', tags: ['VIP', 'Trade fair 2026'], locked: false }]);
  await control('POST', `/orgs/${zylker}/Contacts/records/${id}`, { tags: ['Newsletter'], locked: true });
  expect(fake.world.record(zylker, 'Contacts', id)).toMatchObject({ tags: ['Newsletter'], locked: true });
  await control('DELETE', `/orgs/${zylker}/Contacts/records/${other}`);
  expect(fake.world.record(zylker, 'Contacts', other)).toBeUndefined();
  await control('DELETE', `/orgs/${zylker}/Contacts/tags/${encodeURIComponent('North/South')}`);
  expect(fake.world.org(zylker)?.tags.Contacts.map(({ name }) => name)).not.toContain('North/South');
});

test('behaviour, faults, clock, orgs, clients and grants are set', async () => {
  await control('POST', '/behaviour', { unknowns: { tagCase: 'ignored' } });
  expect(fake.behaviour.unknowns.tagCase).toBe('ignored');

  const what = { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message: 'x' };
  await control('POST', '/faults', { where: { service: 'api' }, what });
  await control('DELETE', '/faults');
  const api = apiClient(fake);
  expect((await api.get('/org')).status).toBe(200);
  await control('POST', '/faults', { where: { service: 'api' }, what });
  expect((await api.get('/org')).status).toBe(500);

  const before = fake.clock.now();
  await control('POST', '/clock', { advance: 60_000 });
  expect(fake.clock.now() - before).toBeGreaterThanOrEqual(60_000);

  await control('POST', `/orgs/${zylker}`, { forbiddenModules: ['Tasks'], tagChangesForbidden: true });
  expect(fake.world.org(zylker)).toMatchObject({
    tagChangesForbidden: true,
    forbiddenModules: new Set(['Tasks']),
  });

  const registered = {
    id: '1000.NEW',
    type: 'public',
    redirectUris: ['https://a.example/'],
    dataCenters: ['eu'],
  };
  await control('POST', '/clients', registered);
  expect(fake.world.client('1000.NEW', 'accounts.zoho.eu')?.redirectUris).toEqual(['https://a.example/']);
  expect(fake.world.client('1000.NEW', 'accounts.zoho.com')).toBeUndefined();

  await control('POST', '/grants/revoke', { zgid: zylker });
  expect((await api.get('/org')).status).toBe(401);
});

test('tokens are given, requests are listed and cleared, control itself is not among them', async () => {
  const { json } = await control('POST', '/tokens', { zgid: zylker });
  const { accessToken } = json as { accessToken: string };
  await fake.fetch(
    new Request('https://www.zohoapis.com/bigin/v2/org', {
      headers: { authorization: `Zoho-oauthtoken ${accessToken}` },
    }),
  );
  const requests = await control('GET', '/requests');
  expect(requests.json).toMatchObject([{ service: 'api', path: '/bigin/v2/org', zgid: zylker, status: 200 }]);
  await control('DELETE', '/requests');
  expect(fake.requests).toHaveLength(0);
});

test('what API calls did to records is listed', async () => {
  const [id = ''] = newest(fake, 1);
  await apiClient(fake).post(`/Contacts/${id}/actions/remove_tags?tag_names=VIP`);
  const { json } = await control('GET', '/tag-changes');
  expect(json).toMatchObject([{ id, removed: ['VIP'], added: [] }]);
});

test('reset brings everything back', async () => {
  const [id = ''] = newest(fake, 1);
  fake.configure({ latencyMs: 5 });
  fake.world.setTags(zylker, 'Contacts', id, []);
  await control('POST', '/reset');
  expect(fake.behaviour.latencyMs).toBe(0);
  expect(fake.world.tagsOf(zylker, 'Contacts', id)).toHaveLength(2);
});

test.each([
  ['POST', '/behaviour', { nonsense: 1 }],
  ['POST', '/behaviour', []],
  ['POST', '/clock', { advance: 'soon' }],
  ['POST', '/clock', { advance: -1 }],
  ['POST', '/faults', { where: {}, what: { kind: 'earthquake' } }],
  ['GET', '/orgs/1/Contacts/records', undefined],
  ['GET', `/orgs/${zylker}/Nope/records`, undefined],
  ['POST', `/orgs/${zylker}/Contacts/records/1`, { tags: [] }],
  ['DELETE', `/orgs/${zylker}/Contacts/records/1`, undefined],
  ['DELETE', `/orgs/${zylker}/Contacts/tags/nope`, undefined],
  ['POST', '/clients', { id: 'x', type: 'odd', redirectUris: [] }],
])('a mistake is told: %s %s %j', async (method, path, body) => {
  expect(await control(method, path, body)).toEqual({ status: 400, json: { error: expect.any(String) } });
});

test('the list of orgs', async () => {
  const { json } = await control('GET', '/orgs');
  expect(json).toHaveLength(10);
  expect(json).toContainEqual(expect.objectContaining({ zgid: zylker, companyName: 'Zylker Trading' }));
});
