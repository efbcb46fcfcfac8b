import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import { placeRecords } from '@/lib/gather/place-records';
import { readMayPass, withRetries } from '@/lib/calls/retry';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { at, clientOf, newest, tagsOf, zylker } from '../support/fake';
import { problemOf } from '../support/problem-of';
import { retrying } from '../support/retrying';
import { virtualClock } from '../support/virtual-clock';

let fake: FakeBigin;
const activities = ['Tasks', 'Events', 'Calls'] as const;
const gone = '7618134000000999999';

beforeEach(() => {
  fake = createFakeBigin();
});

const place = (ids: readonly string[], candidates: readonly ModuleName[] = activities) =>
  placeRecords(clientOf(fake), ids, candidates);
const placedIds = ({ placed }: Awaited<ReturnType<typeof place>>) =>
  placed.map(({ module, records }) => [module, ...records.map(({ id }) => id)]);

/** Makes readers ask by `ids=`, which the fake's log shows. */
const askByIds = () => fake.configure({ unknowns: { coql: 'refused' } });
const asked = () =>
  fake.requests
    .filter(({ query }) => query['ids'])
    .map(({ path, query }) => [path.split('/').at(-1), ...(query['ids'] ?? '').split(',')]);

describe('records whose module is not known', () => {
  it('are placed in the module that has them, with their tags, in the order of the ids', async () => {
    const [task1 = '', task2 = ''] = newest(fake, 2, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    const [call = ''] = newest(fake, 1, 'Calls');
    const answer = await place([call, task2, event, task1]);
    expect(placedIds(answer)).toEqual([
      ['Calls', call],
      ['Tasks', task2, task1],
      ['Events', event],
    ]);
    for (const { module, records } of answer.placed) {
      const ids = records.map(({ id }) => id);
      expect(records.map(({ tags }) => tags.map(({ name }) => name))).toEqual(tagsOf(fake, ids, module));
    }
    expect(answer).toMatchObject({ missing: [], unplaced: [], unread: [] });
  });

  it('are placed once, however often they are named', async () => {
    const [task = ''] = newest(fake, 1, 'Tasks');
    expect(placedIds(await place([task, task]))).toEqual([['Tasks', task]]);
  });

  it('are asked for in the next module only where the one before does not have them', async () => {
    askByIds();
    const [task = ''] = newest(fake, 1, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    await place([event, task]);
    expect(asked()).toEqual([
      ['Tasks', event, task],
      ['Events', event],
    ]);
  });

  it('are asked for in as few calls as the account takes', async () => {
    await place([...newest(fake, 400, 'Tasks'), ...newest(fake, 200, 'Events')]);
    // 600 ids in Tasks, 200 in Events, none in Calls.
    expect(fake.requests).toHaveLength(3 + 1);
  });

  it('are missing where every module was read and none has them', async () => {
    const [task = ''] = newest(fake, 1, 'Tasks');
    const answer = await place([gone, task]);
    expect(answer).toMatchObject({ missing: [gone], unplaced: [], unread: [] });
    expect(placedIds(answer)).toEqual([['Tasks', task]]);
  });

  it('cost nothing where there are none', async () => {
    expect(await place([])).toEqual({ placed: [], missing: [], unplaced: [], unread: [] });
    expect(fake.requests).toEqual([]);
  });

  it.each([
    { coql: 'works' },
    { coql: 'refused' },
    { coql: 'leaves-tag-out' },
    { coql: 'refused', idsParameter: 'refused' },
    { coql: 'refused', idsParameter: 'ignored' },
    { recordTagShape: 'strings' },
  ] as const)('are all accounted for, whichever they are, where %j', async (unknowns) => {
    fake.configure({ unknowns });
    const known = activities.flatMap((module) => newest(fake, 3, module).map((id) => ({ id, module })));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...known, { id: gone, module: undefined }]),
        fc.shuffledSubarray([...activities], { minLength: 1 }),
        async (wanted, candidates) => {
          const ids = wanted.map(({ id }) => id);
          const answer = await place(ids, candidates);
          const expected = new Map<string, string[]>();
          const missing: string[] = [];
          for (const { id, module } of wanted) {
            if (!module || !candidates.includes(module)) missing.push(id);
            else expected.set(module, [...(expected.get(module) ?? [module]), id]);
          }
          expect(placedIds(answer)).toEqual([...expected.values()]);
          expect(answer.missing).toEqual(missing);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('a module that may not be read', () => {
  it('is passed over, and what was not found is not called missing', async () => {
    fake.world.forbidModule(zylker, 'Events');
    const [task = ''] = newest(fake, 1, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    const [call = ''] = newest(fake, 1, 'Calls');
    const answer = await place([task, event, call, gone]);
    expect(placedIds(answer)).toEqual([
      ['Tasks', task],
      ['Calls', call],
    ]);
    expect(answer).toMatchObject({ missing: [], unplaced: [event, gone], unread: ['Events'] });
  });

  it('leaves nothing in doubt where all were found elsewhere', async () => {
    fake.world.forbidModule(zylker, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    expect(await place([event])).toMatchObject({ missing: [], unplaced: [], unread: ['Tasks'] });
  });

  it('is not asked where nothing is left to find', async () => {
    fake.world.forbidModule(zylker, 'Calls');
    expect(await place(newest(fake, 1, 'Events'))).toMatchObject({ unplaced: [], unread: [] });
  });

  it('may be one that the sign-in did not grant', async () => {
    const scopes = ['ZohoBigin.modules.tasks.READ'];
    const [task = ''] = newest(fake, 1, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    const answer = await placeRecords(clientOf(fake, { scopes }), [event, task], activities);
    expect(placedIds(answer)).toEqual([['Tasks', task]]);
    expect(answer).toMatchObject({ missing: [], unplaced: [event], unread: ['Events', 'Calls'] });
  });

  it.each([
    [400, 'INVALID_MODULE'],
    [400, 'AUTHORIZATION_FAILED'],
    [403, 'NO_PERMISSION'],
    [401, 'OAUTH_SCOPE_MISMATCH'],
  ])('may be one that Bigin answers %i %s for', async (status, code) => {
    askByIds();
    const [event = ''] = newest(fake, 1, 'Events');
    fake.fail({
      where: { path: '/Tasks' },
      times: 9,
      what: { kind: 'status', status, code, message: 'x' },
    });
    const answer = await place([event, gone]);
    expect(placedIds(answer)).toEqual([['Events', event]]);
    expect(answer).toMatchObject({ missing: [], unplaced: [gone], unread: ['Tasks'] });
  });

  it('may be all of them', async () => {
    for (const module of moduleNames) fake.world.forbidModule(zylker, module);
    expect(await place([gone], moduleNames)).toEqual({
      placed: [],
      missing: [],
      unplaced: [gone],
      unread: moduleNames,
    });
  });
});

describe('calls that fail', () => {
  const busy = { kind: 'status', status: 429, code: 'TOO_MANY_REQUESTS', message: 'x' } as const;

  it.each([
    [401, 'INVALID_TOKEN', 'signInNeeded'],
    [429, 'TOO_MANY_REQUESTS', 'tooManyRequests'],
    [500, 'INTERNAL_ERROR', 'serverError'],
  ] as const)('by %i %s are told: nothing is called missing for them', async (status, code, problem) => {
    fake.fail({ where: {}, after: 1, times: 2, what: { kind: 'status', status, code, message: 'x' } });
    expect((await problemOf(place([gone]))).code).toBe(problem);
  });

  it('are made again where the caller does so', async () => {
    fake.fail({ where: {}, after: 1, what: busy });
    const [event = ''] = newest(fake, 1, 'Events');
    const clock = virtualClock();
    const answer = await placeRecords(clientOf(fake), [event], activities, {
      attempt: (call) => withRetries(call, retrying(clock, { mayPass: readMayPass })),
    });
    expect(placedIds(answer)).toEqual([['Events', event]]);
    expect(clock.pauses).toHaveLength(1);
  });
});

describe('a cancel', () => {
  it('gives what was found until then; of the rest nothing is said', async () => {
    const [task = ''] = newest(fake, 1, 'Tasks');
    const [event = ''] = newest(fake, 1, 'Events');
    const answer = await placeRecords(clientOf(fake), [event, task], activities, {
      goOn: () => fake.requests.length === 0,
    });
    expect(placedIds(answer)).toEqual([['Tasks', task]]);
    expect(answer).toMatchObject({ missing: [], unplaced: [event], unread: [] });
    expect(fake.requests).toHaveLength(1);
  });

  it('is final, even where the caller’s answer changes', async () => {
    const turns = [true, false, true, true];
    const answer = await placeRecords(clientOf(fake), [gone], activities, {
      goOn: () => turns.shift() ?? true,
    });
    expect(fake.requests).toHaveLength(1);
    expect(at(answer.unplaced, 0)).toBe(gone);
    expect(answer.missing).toEqual([]);
  });
});
