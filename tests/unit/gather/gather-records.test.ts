import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import type { Tag } from '@/lib/bigin/endpoints/tags';
import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import { readingCost } from '@/lib/gather/cost';
import { gatherRecords, type GatherOptions, type GatherWish } from '@/lib/gather/gather-records';
import { readMayPass, withRetries } from '@/lib/calls/retry';
import { createFakeBigin, type BiginRecord, type FakeBigin } from '../../fake-bigin/index';
import { at, clientOf, fetchOf, zylker } from '../support/fake';
import { problemOf } from '../support/problem-of';
import { retrying } from '../support/retrying';
import { virtualClock } from '../support/virtual-clock';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const carrying =
  (name: string) =>
  (tags: Tag[]): boolean =>
    tags.some((tag) => tag.name === name);
const gather = (wish: Partial<GatherWish> = {}, options: GatherOptions = {}) =>
  gatherRecords(clientOf(fake), { module: 'Contacts', limit: 100_000, ...wish }, options);
const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);

/** The module's records as the fake has them, the newest first. */
function recordsOf(module: ModuleName = 'Contacts'): BiginRecord[] {
  const org = fake.world.org(zylker);
  if (!org) throw new Error('no such organization');
  return org.records[module];
}
const oldestFirst = (module: ModuleName = 'Contacts') => idsOf(recordsOf(module)).toReversed();
const view = (place: number) => at(fake.world.org(zylker)?.views.Contacts ?? [], place).id;
const vip = () => idsOf(recordsOf().filter(({ tags }) => tags.includes('VIP'))).toReversed();

/** Something that happens once, after so many pages. */
function after(pages: number, happens: () => void): GatherOptions {
  let told = 0;
  return { onProgress: () => void (++told === pages && happens()) };
}

/** A client whose answers are changed on their way. */
function clientThrough(change: (answer: { info: Record<string, unknown> }) => object): BiginClient {
  const { accessToken } = fake.issueToken({ zgid: zylker });
  return new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve(accessToken),
    fetch: async (...request) => {
      const answer = (await (await fetchOf(fake)(...request)).json()) as { info: Record<string, unknown> };
      return Response.json(change(answer));
    },
  });
}
const withoutTokens = () =>
  clientThrough((answer) => ({ ...answer, info: { ...answer.info, next_page_token: null } }));

describe('reading all records', () => {
  it('of a module with thousands of them gives each once, with its tags', async () => {
    const gathered = await gather();
    expect(gathered).toMatchObject({ read: 3000, ended: 'all' });
    expect(idsOf(gathered.records)).toEqual(oldestFirst());
    expect(gathered.records.map(({ tags }) => tags.map(({ name }) => name))).toEqual(
      recordsOf()
        .map(({ tags }) => tags)
        .toReversed(),
    );
  });

  it.each(moduleNames)('of %s costs what was said', async (module) => {
    const all = await gather({ module });
    expect(all).toMatchObject({ read: recordsOf(module).length, ended: 'all' });
    const { calls, credits } = readingCost(all.read, false);
    expect(fake.requests).toHaveLength(calls);
    expect(fake.creditsSpent(zylker)).toBe(credits);
  });

  it('is done where the module has none', async () => {
    for (const id of oldestFirst('Products')) fake.world.deleteRecord(zylker, 'Products', id);
    expect(await gather({ module: 'Products' })).toEqual({ records: [], read: 0, ended: 'all' });
  });

  it('tells how far it is after each page', async () => {
    const told: unknown[] = [];
    await gather(
      { module: 'Accounts', keep: carrying('VIP') },
      { onProgress: (progress) => told.push(progress) },
    );
    const kept = (end: number) =>
      recordsOf('Accounts')
        .toReversed()
        .slice(0, end)
        .filter(({ tags }) => tags.includes('VIP')).length;
    expect(told).toEqual([200, 400, 600].map((read) => ({ read, kept: kept(read) })));
  });

  it('takes tags as names too', async () => {
    fake.configure({ unknowns: { recordTagShape: 'strings' } });
    expect(idsOf((await gather({ keep: carrying('VIP') })).records)).toEqual(vip());
  });
});

describe('reading a view', () => {
  it('gives its records, and costs what was said', async () => {
    const gathered = await gather({ cvid: view(1) });
    expect(idsOf(gathered.records)).toEqual(vip());
    const { calls, credits } = readingCost(vip().length, true);
    expect(calls).toBeGreaterThan(1);
    expect(fake.requests).toHaveLength(calls);
    expect(fake.creditsSpent(zylker)).toBe(credits);
  });

  it('beyond 2,000 records costs what was said', async () => {
    expect((await gather({ cvid: view(0) })).read).toBe(3000);
    expect(fake.creditsSpent(zylker)).toBe(readingCost(3000, true).credits);
  });

  it('that Bigin does not have is not read twice', async () => {
    expect((await problemOf(gather({ cvid: '1' }))).code).toBe('refused');
    expect(fake.requests).toHaveLength(1);
  });
});

describe('the records that are kept', () => {
  it('carry the tag, letter for letter', async () => {
    const [first = '', second = ''] = oldestFirst();
    fake.world.setTags(zylker, 'Contacts', first, ['vip']);
    fake.world.setTags(zylker, 'Contacts', second, ['VIP']);
    const { records: kept, read } = await gather({ keep: carrying('VIP') });
    expect(idsOf(kept)).toEqual(vip());
    expect(idsOf(kept)).not.toContain(first);
    expect(read).toBe(3000);
  });

  it('are those that the caller means, up to the limit and in order, whatever both are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...moduleNames),
        fc.constantFrom('VIP', 'R&D', '🔥 Hot lead', 'nothing carries this'),
        fc.nat(400),
        async (module, name, limit) => {
          const meant = recordsOf(module)
            .filter(({ tags }) => tags.includes(name))
            .toReversed();
          const gathered = await gather({ module, keep: carrying(name), limit });
          expect(idsOf(gathered.records)).toEqual(idsOf(meant).slice(0, limit));
          expect(gathered.ended).toBe(meant.length > limit ? 'limit' : 'all');
        },
      ),
      { numRuns: 20 },
    );
  });

  it('may be exactly as many as the limit', async () => {
    expect(await gather({ module: 'Events', limit: 200 })).toMatchObject({ read: 200, ended: 'all' });
  });

  it('are never more than the limit, and nothing is read for those beyond it', async () => {
    const gathered = await gather({ limit: 399 });
    expect(gathered.ended).toBe('limit');
    expect(idsOf(gathered.records)).toEqual(oldestFirst().slice(0, 399));
    expect(fake.requests).toHaveLength(2);
  });
});

describe('records that change while they are read', () => {
  it('are read at the end where they are new, and move no other', async () => {
    const newest = at(recordsOf(), 0);
    const fresh = { ...newest, id: String(BigInt(newest.id) + 1n) };
    const gathered = await gather(
      {},
      after(3, () => recordsOf().unshift(fresh)),
    );
    expect(gathered).toMatchObject({ read: 3001, ended: 'all' });
    expect(idsOf(gathered.records)).toEqual(oldestFirst());
  });

  it('are left out where they vanish before their turn', async () => {
    const [gone = ''] = oldestFirst().slice(-1);
    const gathered = await gather(
      {},
      after(3, () => fake.world.deleteRecord(zylker, 'Contacts', gone)),
    );
    expect(gathered).toMatchObject({ read: 2999, ended: 'all' });
    expect(idsOf(gathered.records)).toEqual(oldestFirst());
  });

  it('come once where an older one enters the view and moves them down', async () => {
    // One that is on page 1 once it carries the tag.
    const entering = at(idsOf(recordsOf().filter(({ tags }) => !tags.includes('VIP'))), -1);
    const before = vip();
    const gathered = await gather(
      { cvid: view(1) },
      after(1, () => fake.world.setTags(zylker, 'Contacts', entering, ['VIP'])),
    );
    expect(idsOf(gathered.records)).toEqual(before);
    expect(gathered).toMatchObject({ read: before.length, ended: 'all' });
  });

  it('are passed over, one for each that leaves the view behind them, and never made up', async () => {
    const before = vip();
    const [leaving = ''] = before;
    const gathered = await gather(
      { cvid: view(1) },
      after(1, () => fake.world.setTags(zylker, 'Contacts', leaving, [])),
    );
    expect(idsOf(gathered.records)).toEqual(before.filter((_, index) => index !== 200));
  });

  it('may be none any more when the last page is asked for', async () => {
    const last = oldestFirst('Accounts').slice(400);
    const gathered = await gather(
      { module: 'Accounts' },
      after(2, () => last.forEach((id) => fake.world.deleteRecord(zylker, 'Accounts', id))),
    );
    expect(idsOf(gathered.records)).toEqual(oldestFirst('Accounts'));
    expect(gathered.ended).toBe('all');
  });
});

describe('a list that Bigin does not give to its end', () => {
  it('is read to 2,000 records where there are no tokens, and is not called whole', async () => {
    const wish = { module: 'Contacts', limit: 100_000 } as const;
    const gathered = await gatherRecords(withoutTokens(), wish);
    expect(gathered).toMatchObject({ read: 2000, ended: 'unreachable' });
    expect(idsOf(gathered.records)).toEqual(oldestFirst().slice(0, 2000));
    expect(fake.requests).toHaveLength(10);
  });

  it('is whole without tokens where it is no longer than that', async () => {
    const gathered = await gatherRecords(withoutTokens(), { module: 'Pipelines', limit: 100_000 });
    expect(idsOf(gathered.records)).toEqual(oldestFirst('Pipelines'));
    expect(gathered.ended).toBe('all');
  });

  it('is not read forever where the same page comes again', async () => {
    // Ends this test, should nothing else.
    fake.fail({ where: {}, after: 5, what: { kind: 'disconnect', when: 'before' } });
    let first: object | undefined;
    const client = clientThrough((answer) => (first ??= answer));
    const gathered = await gatherRecords(client, { module: 'Contacts', limit: 100_000 });
    expect(gathered).toMatchObject({ read: 200, ended: 'unreachable' });
    expect(fake.requests).toHaveLength(2);
  });
});

describe('a page token that is refused', () => {
  it('makes it start over, and nothing that is a day old stays', async () => {
    fake.configure({ limits: { accessTokenSeconds: 200_000 } });
    const [untagged = ''] = vip();
    const told: number[] = [];
    const gathered = await gather(
      { keep: carrying('VIP') },
      {
        onProgress({ read }) {
          if (told.push(read) !== 2) return;
          fake.clock.advance(86_400_001);
          fake.world.setTags(zylker, 'Contacts', untagged, []);
        },
      },
    );
    expect(idsOf(gathered.records)).toEqual(vip());
    expect(gathered).toMatchObject({ read: 3000, ended: 'all' });
    expect(told.slice(0, 4)).toEqual([200, 400, 200, 400]);
    expect(fake.requests).toHaveLength(2 + 1 + 15);
  });

  it.each(['EXPIRED_VALUE', 'TOKEN_BOUND_DATA_MISMATCH', 'INVALID_DATA'])(
    'by %s is tried once more, then told',
    async (code) => {
      const refusal = { kind: 'status', status: 400, code, message: 'x' } as const;
      for (const calls of [1, 2]) fake.fail({ where: {}, after: calls, what: refusal });
      expect((await problemOf(gather())).code).toBe('refused');
      expect(fake.requests.map(({ status }) => status)).toEqual([200, 400, 200, 400]);
    },
  );
});

describe('calls that fail', () => {
  it.each([
    [429, 'TOO_MANY_REQUESTS'],
    [500, 'INTERNAL_ERROR'],
  ])('by %i %s are made again where the caller does so', async (status, code) => {
    fake.fail({ where: {}, after: 2, times: 2, what: { kind: 'status', status, code, message: 'x' } });
    const clock = virtualClock();
    const gathered = await gather(
      {},
      { attempt: (call) => withRetries(call, retrying(clock, { mayPass: readMayPass })) },
    );
    expect(idsOf(gathered.records)).toEqual(oldestFirst());
    expect(clock.pauses).toHaveLength(2);
  });

  it.each([
    [429, 'TOO_MANY_REQUESTS', 'tooManyRequests'],
    [500, 'INTERNAL_ERROR', 'serverError'],
    [403, 'NO_PERMISSION', 'noPermission'],
  ] as const)('by %i %s are told, not taken for the end', async (status, code, problem) => {
    fake.fail({ where: {}, after: 2, what: { kind: 'status', status, code, message: 'x' } });
    expect((await problemOf(gather())).code).toBe(problem);
    expect(fake.requests).toHaveLength(3);
  });

  it.each(['truncated', 'html', 'empty'] as const)('by an answer that is %s are told', async (spoilt) => {
    fake.fail({ where: {}, after: 2, what: { kind: 'body', spoilt } });
    expect((await problemOf(gather())).code).toBe('answerUnreadable');
  });

  it('for want of credits are told', async () => {
    fake.configure({ limits: { creditsPerDay: 7 } });
    expect((await problemOf(gather({ cvid: view(0) }))).code).toBe('creditsSpent');
  });
});

describe('a cancel', () => {
  it('before the first call asks nothing', async () => {
    expect(await gather({}, { goOn: () => false })).toEqual({ records: [], read: 0, ended: 'cancelled' });
    expect(fake.requests).toEqual([]);
  });

  it('gives what was read until then', async () => {
    let goOn = true;
    const gathered = await gather({}, { ...after(2, () => (goOn = false)), goOn: () => goOn });
    expect(gathered).toMatchObject({ read: 400, ended: 'cancelled' });
    expect(idsOf(gathered.records)).toEqual(oldestFirst().slice(0, 400));
    expect(fake.requests).toHaveLength(2);
  });
});
