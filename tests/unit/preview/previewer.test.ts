import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CallPace } from '@/lib/calls/call-pace';
import type { Calls } from '@/lib/calls/calls';
import { passingLessons } from '@/lib/learnt/learnt';
import { freshFor } from '@/lib/preview/fresh-for';
import { previewOfTags } from '@/lib/preview/make-preview';
import type { PreviewState } from '@/lib/preview/preview-state';
import { maxAge, PreviewStore } from '@/lib/preview/preview-store';
import { Previewer } from '@/lib/preview/previewer';
import type { Selection } from '@/lib/selection/selection';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { eventually } from '../support/eventually';
import { at, clientOf, newest, tagsOf, zylker } from '../support/fake';
import { connectionId, selectionOfIds } from '../support/preview-of';
import { testDatabase } from '../support/test-database';
import { virtualClock, type VirtualClock } from '../support/virtual-clock';

let fake: FakeBigin;
let clock: VirtualClock;
let previews: PreviewStore;
let calls: Calls;
let ended: ReturnType<typeof vi.fn<() => void>>;
let previewer: Previewer;

beforeEach(async () => {
  fake = createFakeBigin();
  clock = virtualClock();
  previews = new PreviewStore(await testDatabase(), () => clock.now());
  const lessons = passingLessons();
  calls = {
    client: clientOf(fake),
    lessons,
    pace: new CallPace(clock, lessons, { start: 1, ceiling: 1 }),
  };
  ended = vi.fn();
  previewer = newPreviewer();
});

/** A worker's: what a stopped one was reading is gone. */
function newPreviewer(): Previewer {
  return new Previewer({ previews, callsOf: () => Promise.resolve(calls), clock, onBegin: () => ended });
}

const small = () => selectionOfIds(newest(fake, 3));
const large = () => selectionOfIds(newest(fake, 1000));
const given = (): Selection => ({ ...large(), sources: ['pasted'] });
const read = (selection: Selection, again = false) => previewer.read(connectionId, selection, again);
/** What the popup asks when it opens. */
const open = (selection: Selection) => read(selection, true);
const sent = () => fake.requests.length;

/** Asks until nothing is being read any more. */
async function whole(selection: Selection): Promise<PreviewState> {
  return eventually(
    async () => {
      const state = await read(selection);
      expect(state.reading).toBeUndefined();
      return state;
    },
    { interval: 2 },
  );
}
/** A reading that is under way, with some of its records read. */
async function underWay(selection: Selection): Promise<PreviewState> {
  // Five calls one after another: long enough to be met in the middle of them by a busy machine too.
  fake.configure({ latencyMs: 60 });
  await open(selection);
  return eventually(
    async () => {
      const state = await read(selection);
      expect(state.reading?.read).toBeGreaterThan(0);
      return state;
    },
    { interval: 2 },
  );
}
const countsOf = (ids: string[]) => {
  const counts: Record<string, number> = {};
  for (const tag of tagsOf(fake, ids).flat()) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
};
const counts = ({ summary, reading }: PreviewState) =>
  Object.fromEntries((summary ?? reading?.found)?.tags.map(({ name, count }) => [name, count]) ?? []);

describe('a preview', () => {
  it('is read when it is first asked for, and is then at hand', async () => {
    expect((await open(small())).reading).toMatchObject({ total: 3, calls: 1 });
    const state = await whole(small());
    expect(counts(state)).toEqual(countsOf(small().ids));
    expect(state.summary).toMatchObject({ recordCount: 3, readAt: clock.now() });
    expect(state.summary).toMatchObject({ reader: 'coql-200', creditsLeft: 49_999 });
    expect(ended).toHaveBeenCalledTimes(1);
    expect(await previews.read(state.summary?.id ?? '')).toBeDefined();
  });

  it('grows while its records are read', async () => {
    const some = await underWay(large());
    const { read: count = 0, found } = some.reading ?? {};
    expect(some.summary).toBeUndefined();
    expect(some.reading).toMatchObject({ total: 1000, calls: 5 });
    expect(count % 200).toBe(0);
    expect(found?.recordCount).toBe(count);
    expect(counts(some)).toEqual(countsOf(large().ids.slice(0, count)));
    expect(counts(await whole(large()))).toEqual(countsOf(large().ids));
    expect(sent()).toBe(5);
  });

  it('keeps its tags in their places while it grows, and puts those on the most records first at its end', async () => {
    const [first = '', ...others] = large().ids;
    fake.world.setTags(zylker, 'Contacts', first, ['A']);
    for (const id of others) fake.world.setTags(zylker, 'Contacts', id, ['B']);
    const names = ({ summary, reading }: PreviewState) =>
      (summary ?? reading?.found)?.tags.map(({ name }) => name);
    expect(names(await underWay(large()))).toEqual(['A', 'B']);
    expect(names(await whole(large()))).toEqual(['B', 'A']);
  });

  it('that grows counts only records that were asked for as gone', async () => {
    const [first = '', ...others] = large().ids;
    fake.world.deleteRecord(zylker, 'Contacts', first);
    const selection = selectionOfIds([first, ...others]);
    expect((await underWay(selection)).reading?.found?.missingCount).toBe(1);
    expect((await whole(selection)).summary).toMatchObject({ recordCount: 999, missingCount: 1 });
  });

  it('is read once, however many ask', async () => {
    await Promise.all([open(large()), open(large()), read(large())]);
    await whole(large());
    expect(sent()).toBe(5);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('is not read twice where the first reading ends while the store is being asked', async () => {
    await underWay(large());
    vi.spyOn(previews, 'read').mockImplementationOnce(async () => {
      await eventually(() => expect(ended).toHaveBeenCalled());
      return undefined;
    });
    expect((await read(large())).summary?.recordCount).toBe(1000);
    expect(sent()).toBe(5);
  });

  it('goes on when nobody asks any more', async () => {
    fake.configure({ latencyMs: 5 });
    await open(large());
    await eventually(() => expect(ended).toHaveBeenCalled());
    fake.requests.length = 0;
    expect((await open(large())).summary?.recordCount).toBe(1000);
    expect(sent()).toBe(0);
  });

  it('is waited for by those who ask how it stands, but no longer than they say', async () => {
    fake.configure({ latencyMs: 5 });
    const sleep = vi.spyOn(clock, 'sleep').mockImplementation(() => new Promise(() => {}));
    const { id } = await open(small());
    expect(await previewer.whenReadOrAfter(id, 250)).toMatchObject({ summary: { recordCount: 3 } });
    expect(await previewer.whenReadOrAfter(id, 250)).toMatchObject({ summary: { recordCount: 3 } });
    sleep.mockResolvedValue();
    const { id: other } = await open(large());
    expect((await previewer.whenReadOrAfter(other, 250)).reading).toMatchObject({ total: 1000 });
  });

  it('that was cut off with its worker is read anew by those who still wait for it', async () => {
    await underWay(large());
    previewer = newPreviewer();
    expect((await read(large())).reading).toMatchObject({ total: 1000 });
    expect((await whole(large())).summary?.recordCount).toBe(1000);
  });
});

describe('a preview that was read before', () => {
  beforeEach(async () => {
    for (const selection of [small(), large()]) {
      await open(selection);
      await whole(selection);
    }
    fake.requests.length = 0;
  });

  it('of a few records is shown at once, and read anew meanwhile, since that costs one call', async () => {
    const changed = at(small().ids, 0);
    fake.world.setTags(zylker, 'Contacts', changed, ['New']);
    const state = await open(small());
    expect(state.reading).toMatchObject({ total: 3, calls: 1 });
    expect(counts(state)).not.toHaveProperty('New');
    expect(counts(await whole(small()))).toHaveProperty('New', 1);
    expect(sent()).toBe(1);
  });

  it('can be acted on while it is read anew', async () => {
    const { summary } = await open(small());
    expect(await previews.read(summary?.id ?? '')).toMatchObject({ records: { length: 3 } });
  });

  it('of many is taken as it is while it is fresh', async () => {
    clock.pass(freshFor);
    const state = await open(large());
    expect(state.reading).toBeUndefined();
    expect(sent()).toBe(0);
  });

  it('of many is read anew where it is not fresh any more; until that is done, the old one stays', async () => {
    clock.pass(freshFor + 1);
    const state = await open(large());
    expect(state.summary?.recordCount).toBe(1000);
    expect(state.reading).toMatchObject({ total: 1000, calls: 5 });
    const { summary } = await whole(large());
    expect(summary?.readAt).toBe(clock.now());
    expect(sent()).toBe(5);
  });

  it('is not read anew by those who only ask how it stands', async () => {
    clock.pass(freshFor + 1);
    expect((await read(large())).reading).toBeUndefined();
    expect((await read(small())).reading).toBeUndefined();
    expect(sent()).toBe(0);
  });

  it('is gone when it is too old to act on', async () => {
    clock.pass(maxAge);
    expect((await read(large())).reading).toMatchObject({ total: 1000, calls: 5 });
  });

  it('stays where reading it anew is cancelled', async () => {
    clock.pass(freshFor + 1);
    await underWay(large());
    await previewer.cancel(connectionId, large());
    const { summary, reading } = await read(large());
    expect([summary?.recordCount, reading]).toEqual([1000, undefined]);
  });
});

it('a preview of records that were given is as it was read for that, as long as it may be acted on', async () => {
  const tags = new Map(given().ids.map((id) => [id, [{ name: 'Once' }]]));
  await previews.save(await previewOfTags(connectionId, given(), tags, clock.now()));
  clock.pass(maxAge - 1);
  const state = await open(given());
  expect(counts(state)).toEqual({ Once: 1000 });
  expect(state.reading).toBeUndefined();
  clock.pass(1);
  expect((await open(given())).reading).toBeDefined();
});

describe('a reading that is cancelled', () => {
  it('asks no more, leaves no preview, and says so until somebody asks again', async () => {
    await underWay(large());
    const begun = sent();
    await previewer.cancel(connectionId, large());
    expect(await read(large())).toEqual({ id: expect.any(String), isCancelled: true });
    await eventually(() => expect(ended).toHaveBeenCalled());
    expect(sent()).toBeLessThanOrEqual(begun + 1);
    expect(await read(large())).toEqual({ id: expect.any(String), isCancelled: true });
    expect((await open(large())).reading).toMatchObject({ read: 0 });
    expect((await whole(large())).summary?.recordCount).toBe(1000);
  });

  it('is not another one’s', async () => {
    await underWay(large());
    await previewer.cancel(connectionId, small());
    expect((await whole(large())).summary?.recordCount).toBe(1000);
    expect((await read(small())).isCancelled).toBeUndefined();
  });
});

describe('a reading that fails', () => {
  const refuse = () =>
    fake.fail({
      where: { service: 'api' },
      times: 2,
      what: { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'no' },
    });

  it('tells why until somebody asks again', async () => {
    refuse();
    await open(small());
    expect(await whole(small())).toEqual({ id: expect.any(String), problem: { code: 'signInNeeded' } });
    expect(await read(small())).toEqual({ id: expect.any(String), problem: { code: 'signInNeeded' } });
    expect((await open(small())).problem).toBeUndefined();
    expect((await whole(small())).summary?.recordCount).toBe(3);
    expect(ended).toHaveBeenCalledTimes(2);
  });

  it('waits for a busy Bigin, but tells at once that there is no network', async () => {
    const busy = { kind: 'status', status: 503, code: 'INTERNAL_ERROR', message: 'no' } as const;
    fake.fail({ where: { service: 'api' }, times: 2, what: busy });
    await open(small());
    expect((await whole(small())).summary?.recordCount).toBe(3);
    expect(clock.pauses).toHaveLength(2);
    fake.fail({ where: { service: 'api' }, what: { kind: 'disconnect', when: 'before' } });
    await open(small());
    expect(await whole(small())).toMatchObject({ problem: { code: 'networkDown' } });
    expect(clock.pauses).toHaveLength(2);
  });
});

describe('when tags are changed by a job, or the connection is left', () => {
  it('what was read is not shown any more', async () => {
    await open(large());
    await whole(large());
    await previewer.forget(connectionId);
    expect((await read(large())).summary).toBeUndefined();
  });

  it('what is being read is never stored: a later preview is of the tags afterwards', async () => {
    await underWay(large());
    await previewer.forget(connectionId);
    for (const id of large().ids) fake.world.setTags(zylker, 'Contacts', id, ['After']);
    expect(counts(await whole(large()))).toEqual({ After: 1000 });
    await eventually(() => expect(ended).toHaveBeenCalledTimes(2));
    expect(counts(await read(large()))).toEqual({ After: 1000 });
  });

  it('nor is what was read on the way to a selection', async () => {
    const readAt = clock.now();
    const preview = await previewOfTags(connectionId, given(), new Map(), readAt);
    clock.pass(10);
    await previewer.forget(connectionId);
    await previews.save(preview);
    expect(await previews.read(preview.id)).toBeUndefined();
  });

  it('those of other connections stay', async () => {
    await underWay(large());
    await previewer.forget('eu:org1');
    await whole(large());
    await previewer.forget('eu:org1');
    expect((await read(large())).summary?.recordCount).toBe(1000);
    expect(sent()).toBe(5);
  });
});
