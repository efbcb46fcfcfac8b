import { beforeEach, describe, expect, test } from 'vitest';
import { apiClient, newest, zylker } from './api-client';
import { createFakeBigin, type FakeBigin } from './index';

let fake: FakeBigin;
let now: number;

beforeEach(() => {
  now = Date.UTC(2026, 9, 10);
  fake = createFakeBigin({ now: () => now });
});

const raw = (headers: Record<string, string>, url = 'https://www.zohoapis.com/bigin/v2/org') =>
  fake.fetch(new Request(url, { headers }));

const removePath = () => `/Contacts/actions/remove_tags?ids=${newest(fake, 1)[0]}&tag_names=VIP`;

describe('the errors that the documentation of remove_tags lists', () => {
  const error = (status: number, code: string) => ({
    status,
    json: { code, details: {}, message: expect.any(String), status: 'error' },
  });

  test('INVALID_URL_PATTERN', async () => {
    const path = '/Contacts/actions/remove_tag?ids=1&tag_names=VIP';
    expect(await apiClient(fake).post(path)).toMatchObject(error(404, 'INVALID_URL_PATTERN'));
  });

  test('OAUTH_SCOPE_MISMATCH', async () => {
    const readOnly = apiClient(fake, zylker, [
      'ZohoBigin.modules.contacts.READ',
      'ZohoBigin.modules.tasks.ALL',
    ]);
    expect((await readOnly.get('/Contacts?fields=id')).status).toBe(200);
    expect(await readOnly.post(removePath())).toMatchObject(error(401, 'OAUTH_SCOPE_MISMATCH'));
    expect(await readOnly.get('/Accounts?fields=id')).toMatchObject(error(401, 'OAUTH_SCOPE_MISMATCH'));
    for (const path of ['/org', '/settings/modules', '/settings/tags?module=Contacts']) {
      expect(await readOnly.get(path)).toMatchObject(error(401, 'OAUTH_SCOPE_MISMATCH'));
    }
    expect(await readOnly.post('/coql', {})).toMatchObject(error(401, 'OAUTH_SCOPE_MISMATCH'));
    const writer = apiClient(fake, zylker, [
      'ZohoBigin.modules.contacts.WRITE',
      'ZohoBigin.settings.tags.READ',
    ]);
    expect((await writer.post(removePath())).status).toBe(200);
    expect((await writer.get('/settings/tags?module=Contacts')).status).toBe(200);
  });

  test('NO_PERMISSION', async () => {
    fake.world.forbidModule(zylker, 'Contacts');
    const api = apiClient(fake);
    expect(await api.post(removePath())).toMatchObject(error(403, 'NO_PERMISSION'));
    expect(await api.get('/Contacts?fields=id')).toMatchObject(error(403, 'NO_PERMISSION'));
    expect((await api.get('/Accounts?fields=id')).status).toBe(200);
  });

  test('INTERNAL_ERROR, by a fault', async () => {
    const message = 'Internal Server Error';
    fake.fail({
      where: { path: 'remove_tags' },
      what: { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message },
    });
    const api = apiClient(fake);
    expect(await api.post(removePath())).toMatchObject(error(500, 'INTERNAL_ERROR'));
    expect((await api.post(removePath())).status).toBe(200);
  });

  test('INVALID_REQUEST_METHOD', async () => {
    expect(await apiClient(fake).get(removePath())).toMatchObject(error(400, 'INVALID_REQUEST_METHOD'));
  });

  test('AUTHORIZATION_FAILED', async () => {
    const org = fake.world.org(zylker);
    if (org) org.tagChangesForbidden = true;
    const api = apiClient(fake);
    expect(await api.post(removePath())).toMatchObject(error(400, 'AUTHORIZATION_FAILED'));
    expect((await api.get('/Contacts?fields=id')).status).toBe(200);
  });

  test('INVALID_MODULE', async () => {
    const path = '/Activities/actions/remove_tags?ids=1&tag_names=VIP';
    expect(await apiClient(fake).post(path)).toMatchObject(error(400, 'INVALID_MODULE'));
  });
});

describe('tokens', () => {
  test('Bearer is not the scheme, and a token is needed', async () => {
    const { accessToken } = fake.issueToken({ zgid: zylker });
    const answer = async (headers: Record<string, string>, url?: string) => {
      const response = await raw(headers, url);
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    expect(await answer({ authorization: `Bearer ${accessToken}` })).toEqual([401, 'AUTHENTICATION_FAILURE']);
    expect(await answer({})).toEqual([401, 'INVALID_TOKEN']);
    expect(await answer({ authorization: 'Zoho-oauthtoken nope' })).toEqual([401, 'INVALID_TOKEN']);
    const good = { authorization: `Zoho-oauthtoken ${accessToken}` };
    expect(await answer(good, 'https://www.zohoapis.eu/bigin/v2/org')).toEqual([401, 'INVALID_TOKEN']);
    expect((await raw(good)).status).toBe(200);
    now += 3_600_000;
    expect(await answer(good)).toEqual([401, 'INVALID_TOKEN']);
  });

  test('a revoked grant takes its tokens with it', async () => {
    const api = apiClient(fake);
    fake.revokeGrant(zylker, 'someone.else@zylker.example');
    expect((await api.get('/org')).status).toBe(200);
    fake.revokeGrant(zylker);
    expect((await api.get('/org')).json['code']).toBe('INVALID_TOKEN');
  });
});

describe('limits', () => {
  test('a call too many at once is refused, with or without Retry-After', async () => {
    fake.configure({ limits: { concurrency: 2 }, latencyMs: 30 });
    const api = apiClient(fake);
    const three = () => Promise.all([1, 2, 3].map(() => api.get('/org')));
    const replies = await three();
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies[2]?.json['code']).toBe('TOO_MANY_REQUESTS');
    expect(replies[2]?.headers.get('retry-after')).toBeNull();
    expect(fake.requests.map(({ concurrency }) => concurrency)).toEqual([1, 2, 3]);
    fake.configure({ unknowns: { retryAfter: 2 } });
    expect((await three())[2]?.headers.get('retry-after')).toBe('2');
    expect((await api.get('/org')).status).toBe(200);
  });

  test('orgs do not count against each other', async () => {
    fake.configure({ limits: { concurrency: 1 }, latencyMs: 20 });
    const replies = await Promise.all(
      [apiClient(fake), apiClient(fake, '942010977')].map((api) => api.get('/org')),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('credits: what calls cost, what is left, and none left', async () => {
    const api = apiClient(fake);
    const cost = async (path: string, method = 'POST') => {
      const before = fake.creditsSpent(zylker);
      expect((await api.send(method, path)).status).toBe(200);
      return fake.creditsSpent(zylker) - before;
    };
    const remove = (count: number) =>
      `/Contacts/actions/remove_tags?ids=${newest(fake, count).join(',')}&tag_names=VIP`;
    expect(await cost(remove(1))).toBe(1);
    expect(await cost(remove(50))).toBe(1);
    expect(await cost(remove(51))).toBe(2);
    expect(await cost(remove(500))).toBe(10);
    expect(await cost('/org', 'GET')).toBe(1);

    fake.configure({ limits: { creditsPerDay: fake.creditsSpent(zylker) + 1 } });
    expect((await api.get('/org')).headers.get('x-api-credits-remaining')).toBe('0');
    const spent = await api.get('/org');
    expect(spent).toMatchObject({
      status: 429,
      json: { code: 'TOO_MANY_REQUESTS', message: expect.stringContaining('credits') },
    });
    expect(spent.headers.get('x-api-credits-remaining')).toBe('0');
    now += 86_400_001;
    const later = apiClient(fake);
    expect((await later.get('/org')).status).toBe(200);
    fake.configure({ unknowns: { creditsHeader: false } });
    fake.configure({ limits: { creditsPerDay: 50_000 } });
    expect((await later.get('/org')).headers.get('x-api-credits-remaining')).toBeNull();
  });

  test('more ids than a call takes, and a longer URL than a gateway takes', async () => {
    const api = apiClient(fake);
    const path = (count: number) =>
      `/Contacts/actions/remove_tags?ids=${newest(fake, count).join(',')}&tag_names=VIP`;
    expect((await api.post(path(501))).json['code']).toBe('LIMIT_EXCEEDED');
    fake.configure({ limits: { urlBytes: 8192 } });
    const reply = await api.post(path(500));
    expect(reply.status).toBe(414);
    expect(reply.text).toContain('<html>');
    expect((await api.post(path(400))).status).toBe(200);
  });
});
