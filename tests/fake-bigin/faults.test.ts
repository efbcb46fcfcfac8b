import { beforeEach, expect, test } from 'vitest';
import { apiClient, newest, zylker } from './api-client';
import { createFakeBigin, type FakeBigin } from './index';
import type { Fault } from './behaviour';

let fake: FakeBigin;
let api: ReturnType<typeof apiClient>;
let ids: string[];

beforeEach(() => {
  fake = createFakeBigin();
  api = apiClient(fake);
  ids = newest(fake, 3);
});

const where = { service: 'api', path: 'remove_tags' } as const;
const remove = (of = ids) => api.post(`/Contacts/actions/remove_tags?ids=${of.join(',')}&tag_names=VIP`);
const isRemoved = () => !fake.world.tagsOf(zylker, 'Contacts', ids[0] ?? '').includes('VIP');
const spoilt = (how: Extract<Fault['what'], { kind: 'body' }>['spoilt']) => {
  fake.fail({ where, what: { kind: 'body', spoilt: how } });
  return remove();
};

test('a connection cut before the work', async () => {
  fake.fail({ where, what: { kind: 'disconnect', when: 'before' } });
  await expect(remove()).rejects.toBeInstanceOf(TypeError);
  expect(isRemoved()).toBe(false);
  expect(fake.requests.at(-1)?.status).toBeNull();
  expect((await remove()).status).toBe(200);
});

test('a connection cut after the work', async () => {
  fake.fail({ where, what: { kind: 'disconnect', when: 'after' } });
  await expect(remove()).rejects.toBeInstanceOf(TypeError);
  expect(isRemoved()).toBe(true);
});

test('a connection cut midway, when half of the records are changed', async () => {
  for (const id of ids) fake.world.setTags(zylker, 'Contacts', id, ['VIP']);
  fake.fail({ where, what: { kind: 'disconnect', when: 'midway' } });
  await expect(remove()).rejects.toBeInstanceOf(TypeError);
  expect(ids.map((id) => fake.world.tagsOf(zylker, 'Contacts', id))).toEqual([[], [], ['VIP']]);
});

test('an error in place of the answer, the work being done all the same', async () => {
  const what = { kind: 'status', status: 504, code: '', message: 'x' } as const;
  fake.fail({ where, what });
  expect([(await remove()).status, isRemoved()]).toEqual([504, false]);
  fake.fail({ where, what: { ...what, isDone: true } });
  expect([(await remove()).status, isRemoved()]).toEqual([504, true]);
});

test('spoilt bodies, the work being done', async () => {
  const whole = await remove();
  expect((await spoilt('truncated')).text).toBe(whole.text.slice(0, Math.floor(whole.text.length / 2)));
  expect((await spoilt('empty')).text).toBe('');
  const page = await spoilt('html');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8']);
  expect((await spoilt('no-elements')).json['data']).toHaveLength(0);
  expect((await spoilt('missing-element')).json['data']).toHaveLength(2);
  expect((await spoilt('duplicated-elements')).json['data']).toHaveLength(6);
  expect(isRemoved()).toBe(true);
});

test('a fault waits for its turn and ends after its times', async () => {
  fake.fail({
    where,
    after: 1,
    times: 2,
    what: { kind: 'status', status: 503, code: 'X', message: 'x', headers: { 'retry-after': '1' } },
  });
  expect((await api.get('/org')).status).toBe(200);
  const statuses = [];
  for (let call = 0; call < 4; call++) statuses.push((await remove()).status);
  expect(statuses).toEqual([200, 503, 503, 200]);
});

test('faults of one method, or cleared', async () => {
  const what = { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message: 'x' } as const;
  fake.fail({ where: { method: 'POST' }, times: 5, what });
  expect((await api.get('/org')).status).toBe(200);
  expect((await remove()).status).toBe(500);
  fake.clearFaults();
  expect((await remove()).status).toBe(200);
});

test('single records fail, and only a call about them spends the fault', async () => {
  const [first = '', second = ''] = ids;
  fake.fail({ where, what: { kind: 'records', ids: [second], code: 'NO_PERMISSION', message: 'no' } });
  expect((await remove([first])).status).toBe(200);
  const reply = await remove();
  expect(reply.status).toBe(207);
  expect(reply.json['data']?.[1]).toEqual({
    code: 'NO_PERMISSION',
    details: { id: second },
    message: 'no',
    status: 'error',
  });
  expect((await remove()).status).toBe(200);
});

test('a delay holds the answer back', async () => {
  fake.fail({ where, what: { kind: 'delay', ms: 60 } });
  const start = performance.now();
  await remove();
  expect(performance.now() - start).toBeGreaterThanOrEqual(55);
});

test('a test that owns time waits as it likes', async () => {
  const waits: number[] = [];
  fake = createFakeBigin({
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  fake.configure({ latencyMs: 5_000 });
  fake.fail({ where: {}, what: { kind: 'delay', ms: 60_000 } });
  await apiClient(fake).get('/org');
  expect(waits).toEqual([5_000, 60_000]);
});

test('a fault of the accounts servers has their shape', async () => {
  fake.fail({
    where: { service: 'accounts' },
    what: { kind: 'status', status: 500, code: 'server_error', message: 'x' },
  });
  const response = await fake.fetch(new Request('https://accounts.zoho.com/oauth/serverinfo'));
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: 'server_error', error_description: 'x', status: 'failure' },
  ]);
});

test('an answer without a body stays as it is', async () => {
  fake.fail({ where: {}, times: 2, what: { kind: 'body', spoilt: 'html' } });
  expect((await api.get('/Contacts/1')).status).toBe(204);
});

test('a call is held until the faults are cleared', async () => {
  fake.fail({ where, what: { kind: 'hold' } });
  const held = remove();
  await expect.poll(() => fake.requests.at(-1)?.path).toMatch(/remove_tags$/);
  expect((await api.get('/org')).status).toBe(200);
  expect(isRemoved()).toBe(false);
  fake.clearFaults();
  expect((await held).status).toBe(200);
  expect(isRemoved()).toBe(true);
});

test('what is under way at a reset is cut, has no effect on what comes after, and counts no more', async () => {
  const { accessToken } = fake.issueToken({ zgid: zylker });
  const kept = fake.keepSignIns();
  fake.fail({ where, what: { kind: 'hold' } });
  const url = `https://www.zohoapis.com/bigin/v2/Contacts/actions/remove_tags?ids=${ids[0]}&tag_names=VIP`;
  const headers = { authorization: `Zoho-oauthtoken ${accessToken}` };
  const held = fake.fetch(new Request(url, { method: 'POST', headers }));
  await expect.poll(() => fake.requests).toHaveLength(1);
  fake.reset();
  fake.restoreSignIns(kept);
  await expect(held).rejects.toBeInstanceOf(TypeError);
  expect(isRemoved()).toBe(false);
  expect((await fake.fetch(new Request(url, { method: 'POST', headers }))).status).toBe(200);
  expect(isRemoved()).toBe(true);
  expect(fake.requests.map(({ concurrency }) => concurrency)).toEqual([1]);
});
