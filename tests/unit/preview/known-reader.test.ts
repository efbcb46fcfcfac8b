import * as fc from 'fast-check';
import pLimit from 'p-limit';
import { beforeEach, describe, expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { tagReaders, type TagReader } from '@/lib/bigin/endpoints/record-tags';
import { CallPace } from '@/lib/calls/call-pace';
import { systemClock } from '@/lib/calls/clock';
import { passingLessons, type Lessons } from '@/lib/learnt/learnt';
import { patiently } from '@/lib/preview/patiently';
import { readTags, type ReadOptions } from '@/lib/preview/read-tags';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { at, clientOf, newest, tagsOf, zylker } from '../support/fake';

type ReaderName = TagReader['name'];

let fake: FakeBigin;
let client: BiginClient;

beforeEach(() => {
  fake = createFakeBigin();
  client = clientOf(fake);
});

const knowing = (reader?: ReaderName) => passingLessons(reader && { readers: { Contacts: reader } });
const gone = (count: number) =>
  Array.from({ length: count }, (_, index) => `7618134000009${100_000 + index}`);
const calls = () =>
  fake.requests.map(({ path, query }) => (path.endsWith('/coql') ? 'coql' : query['ids'] ? 'ids' : 'single'));
const mostAtOnce = () => Math.max(...fake.requests.map(({ concurrency }) => concurrency));
/** As many calls at once as the fake takes. */
const atOnce = pLimit(10);

/** Reads, and sees that every record is there with its tags. */
async function read(ids: string[], lessons: Lessons, options: ReadOptions = {}): Promise<void> {
  const found = await readTags(client, 'Contacts', ids, { ...options, lessons });
  expect(ids.map((id) => found.get(id)?.map(({ name }) => name))).toEqual(tagsOf(fake, ids));
}

describe('the way of reading that an account takes', () => {
  it.each([
    ['coql-200', {}, ['coql', 'coql'], ['coql', 'coql']],
    ['ids', { coql: 'refused' }, ['coql', 'ids', 'ids', 'ids'], ['ids', 'ids', 'ids']],
    ['ids', { coql: 'leaves-tag-out' }, ['coql', 'ids', 'ids', 'ids'], ['ids', 'ids', 'ids']],
  ] as const)('is found out once: %s, %j', async (name, unknowns, first, later) => {
    fake.configure({ unknowns });
    const lessons = knowing();
    const ids = newest(fake, 250);
    await read(ids, lessons);
    expect(calls()).toEqual(first);
    expect(lessons.known.readers?.['Contacts']).toBe(name);
    fake.requests.length = 0;
    await read(ids, lessons);
    expect(calls()).toEqual(later);
  });

  it('is not learnt from an answer without records, which any way may give', async () => {
    const lessons = knowing();
    expect((await readTags(client, 'Contacts', gone(3), { lessons })).size).toBe(0);
    expect(lessons.known.readers?.['Contacts']).toBeUndefined();
  });

  it('is not learnt where a better one may have failed by chance', async () => {
    const lessons = knowing();
    fake.fail({ where: { path: 'coql' }, what: { kind: 'body', spoilt: 'truncated' } });
    await read(newest(fake, 3), lessons);
    expect(calls()).toEqual(['coql', 'ids']);
    expect(lessons.known.readers?.['Contacts']).toBeUndefined();
    await read(newest(fake, 3), lessons);
    expect(lessons.known.readers?.['Contacts']).toBe('coql-200');
  });

  it('is tried on one call’s records first; then all the others are asked for at once', async () => {
    fake.configure({ latencyMs: 20 });
    await read(newest(fake, 1000), knowing(), { attempt: atOnce });
    expect(fake.requests.map(({ concurrency }) => concurrency)).toEqual([1, 1, 2, 3, 4]);
  });

  it('asks for everything at once where it is known', async () => {
    fake.configure({ latencyMs: 20 });
    await read(newest(fake, 1000), knowing('coql-200'), { attempt: atOnce });
    expect(fake.requests.map(({ concurrency }) => concurrency)).toEqual([1, 2, 3, 4, 5]);
  });

  it('makes one call at a time where nobody says how many', async () => {
    fake.configure({ latencyMs: 5 });
    await read(newest(fake, 1000), knowing('coql-200'));
    expect(mostAtOnce()).toBe(1);
    expect(calls()).toHaveLength(5);
  });

  it('keeps the pace of the connection', async () => {
    fake.configure({ latencyMs: 5, unknowns: { coql: 'refused', idsParameter: 'refused' } });
    const lessons = knowing('single');
    const pace = new CallPace(systemClock, lessons, { start: 2, ceiling: 3 });
    await read(newest(fake, 40), lessons, patiently({ client, pace, lessons }, systemClock));
    expect(mostAtOnce()).toBe(3);
    expect(calls()).toHaveLength(40);
  });
});

describe('a way of reading that is not taken any more', () => {
  it.each([
    ['coql-200', { coql: 'refused' }, ['coql', 'ids', 'ids', 'ids', 'ids', 'ids'], 'ids'],
    ['ids', { idsParameter: 'refused' }, ['ids', 'coql', 'coql', 'coql'], 'coql-200'],
    ['ids', { idsParameter: 'ignored' }, ['ids', 'coql', 'coql', 'coql'], 'coql-200'],
    ['coql-50', { coql: 'refuses-tag' }, ['coql', 'coql', 'ids', 'ids', 'ids', 'ids', 'ids'], 'ids'],
  ] as const)('%s, with %j, gives way to the next, which is learnt', async (known, unknowns, way, learnt) => {
    fake.configure({ unknowns });
    const lessons = knowing(known);
    // Not the newest ones, which an ignored `ids=` answers.
    await read(newest(fake, 1000).slice(500), lessons);
    expect(calls()).toEqual(way);
    expect(lessons.known.readers?.['Contacts']).toBe(learnt);
  });

  it('in the middle leaves to the next what it did not read: nothing is lost, and nothing read twice', async () => {
    fake.configure({ latencyMs: 5 });
    fake.fail({
      where: { path: 'coql' },
      after: 2,
      times: 1000,
      what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'no' },
    });
    const lessons = knowing('coql-200');
    const asked: string[] = [];
    const ids = newest(fake, 1000);
    await read(ids, lessons, { onRead: (_, some) => void asked.push(...some) });
    expect(calls()).toEqual(['coql', 'coql', 'coql', ...Array<string>(6).fill('ids')]);
    expect(asked.toSorted()).toEqual(ids.toSorted());
    expect(lessons.known.readers?.['Contacts']).toBe('coql-200');
  });

  it('wastes no more calls than were under way', async () => {
    fake.configure({ latencyMs: 5, unknowns: { coql: 'refused' } });
    const lessons = knowing('coql-200');
    const pace = new CallPace(systemClock, lessons, { start: 3, ceiling: 3 });
    await read(newest(fake, 2000), lessons, patiently({ client, pace, lessons }, systemClock));
    expect(calls().filter((way) => way === 'coql')).toHaveLength(3);
    expect(calls().filter((way) => way === 'ids')).toHaveLength(20);
  });

  it('for one call alone is still the known one: only what it did not answer is asked for otherwise', async () => {
    const lessons = knowing('coql-200');
    fake.fail({ where: { path: 'coql' }, after: 2, what: { kind: 'body', spoilt: 'html' } });
    await read(newest(fake, 1000), lessons);
    expect(calls()).toEqual(['coql', 'coql', 'coql', 'coql', 'coql', 'ids', 'ids']);
    expect(lessons.known.readers?.['Contacts']).toBe('coql-200');
  });
});

describe('an answer that is not all there is', () => {
  /** A client whose calls of one kind are answered with these records alone, and the word that there are more. */
  function clientThatHides(kind: 'ids=' | 'coql', shown: readonly string[]): BiginClient {
    const { accessToken } = fake.issueToken({ zgid: zylker });
    return new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: () => Promise.resolve(accessToken),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const answer = await fake.fetch(request);
        if (!request.url.includes(kind)) return answer;
        const data = shown.map((id) => ({ id, Tag: at(tagsOf(fake, [id]), 0) }));
        return Response.json({ data, info: { more_records: true } });
      },
    });
  }

  it.each([
    [
      'ids= that is ignored, where its page shows only records that were asked for',
      'ids=',
      'ids',
      'coql-200',
    ],
    ['COQL that says that there are more', 'coql', 'coql-200', 'ids'],
  ] as const)('is not taken: %s', async (_, kind, known, learnt) => {
    const ids = newest(fake, 60);
    client = clientThatHides(kind, ids.slice(0, 50));
    const lessons = knowing(known);
    await read(ids, lessons);
    expect(lessons.known.readers?.['Contacts']).toBe(learnt);
  });

  it('is taken where it leaves nobody out', async () => {
    const ids = newest(fake, 60);
    client = clientThatHides('coql', ids);
    await read(ids, knowing('coql-200'));
    expect(calls()).toEqual(['coql']);
  });
});

describe('while tags are read', () => {
  it('each answer is told with the records that it is about, also those that are gone', async () => {
    const ids = [...newest(fake, 199), ...gone(2)];
    const told: [number, number][] = [];
    await readTags(client, 'Contacts', ids, {
      lessons: knowing('coql-200'),
      onRead: (tags, asked) => void told.push([tags.size, asked.length]),
    });
    expect(told).toEqual([
      [199, 200],
      [0, 1],
    ]);
  });

  it('a cancel lets no further call begin; what is under way is still answered', async () => {
    fake.configure({ latencyMs: 10 });
    let isCancelled = false;
    const lessons = knowing('ids');
    const pace = new CallPace(systemClock, lessons, { start: 2, ceiling: 2 });
    const found = await readTags(client, 'Contacts', newest(fake, 1000), {
      ...patiently({ client, pace, lessons }, systemClock),
      goOn: () => !isCancelled,
      onRead: () => void (isCancelled = true),
    });
    expect(calls()).toHaveLength(2);
    expect(found.size).toBe(200);
  });

  it('an error that no other way mends ends it: no further call begins, and nothing more is told', async () => {
    fake.configure({ latencyMs: 10 });
    fake.fail({
      where: { path: 'coql' },
      what: { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'no' },
      times: 4,
    });
    const told: number[] = [];
    const lessons = knowing('coql-200');
    const pace = new CallPace(systemClock, lessons, { start: 2, ceiling: 2 });
    const reading = readTags(client, 'Contacts', newest(fake, 2000), {
      ...patiently({ client, pace, lessons }, systemClock),
      onRead: (tags) => void told.push(tags.size),
    });
    await expect(reading).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
    const [begun, toldThen] = [calls().length, [...told]];
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(calls()).toHaveLength(begun);
    expect(begun).toBeLessThan(7);
    expect(told).toEqual(toldThen);
  });
});

describe('for any account, any selection and any memory', () => {
  const takes = (name: ReaderName): boolean => {
    const { unknowns, limits } = fake.behaviour;
    if (name === 'single') return true;
    if (name === 'ids') return unknowns.idsParameter === 'honoured';
    return unknowns.coql === 'works' && (name === 'coql-50' || limits.coqlInValues >= 200);
  };

  it('the tags are those of Bigin, in exactly as many calls as the best way takes', async () => {
    const accounts = fc.record({
      coql: fc.constantFrom(
        'works' as const,
        'refused' as const,
        'refuses-tag' as const,
        'leaves-tag-out' as const,
      ),
      idsParameter: fc.constantFrom('honoured' as const, 'refused' as const, 'ignored' as const),
      coqlInValues: fc.constantFrom(50, 200),
    });
    const selections = fc.record({
      first: fc.integer({ min: 200, max: 900 }),
      count: fc.integer({ min: 51, max: 450 }),
    });
    await fc.assert(
      fc.asyncProperty(accounts, selections, fc.boolean(), async (account, { first, count }, isKnown) => {
        const { coqlInValues, ...unknowns } = account;
        fake.configure({ unknowns, limits: { coqlInValues } });
        fake.requests.length = 0;
        const best = at(
          tagReaders.filter(({ name }) => takes(name)),
          0,
        );
        const ids = newest(fake, first + count).slice(first);
        const lessons = knowing(isKnown ? best.name : undefined);
        // More values than any COQL of 50 takes are asked for first, so that the account shows itself.
        await read(ids, lessons, { attempt: atOnce });
        const refused = isKnown ? 0 : tagReaders.indexOf(best);
        expect(calls()).toHaveLength(refused + Math.ceil(count / best.limit));
        expect(lessons.known.readers?.['Contacts']).toBe(best.name);
      }),
      { numRuns: 40 },
    );
  });

  it('what was remembered wrongly costs calls, never a record', async () => {
    const names = tagReaders.map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom('works' as const, 'refused' as const, 'leaves-tag-out' as const),
        fc.constantFrom('honoured' as const, 'refused' as const, 'ignored' as const),
        fc.integer({ min: 1, max: 300 }),
        async (known, coql, idsParameter, count) => {
          fake.configure({ unknowns: { coql, idsParameter } });
          await read(newest(fake, count), knowing(known), { attempt: atOnce });
        },
      ),
      { numRuns: 40 },
    );
  });
});
