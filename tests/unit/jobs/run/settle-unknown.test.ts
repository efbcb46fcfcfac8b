import { beforeEach, describe, expect, it } from 'vitest';
import type { Batch, BatchRecord, Job, Outcome } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { settleUnknown } from '@/lib/jobs/run/settle-unknown';
import { passingLessons, type Learnt, type Lessons } from '@/lib/learnt/learnt';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import { aJob } from '../../support/a-job';
import { callsTo } from '../../support/calls';
import { clientOf, newest, zylker } from '../../support/fake';
import { testDatabase } from '../../support/test-database';
import { virtualClock } from '../../support/virtual-clock';

let fake: FakeBigin;
let journal: Journal;
let lessons: Lessons;
const clock = virtualClock();

beforeEach(async () => {
  fake = createFakeBigin();
  journal = new Journal(await testDatabase());
});

const unknown = (more: Partial<Extract<Outcome, { kind: 'unknown' }>> = {}): Outcome => ({
  kind: 'unknown',
  ...more,
});

interface Given {
  /** What Bigin has of each record now; `undefined` where it is gone. */
  now: (string[] | undefined)[];
  /** The same of what the journal has. */
  records: Omit<BatchRecord, 'id'>[];
  tagNames?: string[];
  state?: Batch['state'];
  kind?: Job['kind'];
  known?: Partial<Learnt>;
}

/** Settles the records of one batch; what the journal has of it afterwards. */
async function settle(given: Given): Promise<Batch> {
  const { now, records, tagNames = ['VIP'], state = 'settled', kind = 'removal', known = {} } = given;
  const ids = newest(fake, records.length);
  ids.forEach((id, index) => {
    const tags = now[index];
    if (tags) fake.world.setTags(zylker, 'Contacts', id, tags);
    else fake.world.deleteRecord(zylker, 'Contacts', id);
  });
  lessons = passingLessons(known);
  const job = aJob({ kind, tagNames });
  const batch: Batch = {
    jobId: job.id,
    index: 0,
    tagNames,
    wave: 0,
    state,
    readAt: 0,
    records: records.map((record, index) => ({ id: ids[index] ?? '', ...record })),
  };
  await journal.write(job, [batch]);
  fake.requests.length = 0;
  await settleUnknown(job, {
    journal,
    calls: { ...callsTo(clientOf(fake), clock), lessons },
    clock,
    stop: new AbortController().signal,
    batchLimits: { start: 100, ceiling: 100 },
    lanes: 1,
  });
  return journal.readBatch(job.id, 0);
}

/** The one record of a batch, but for its id. */
function only({ records: [record] }: Batch): Omit<BatchRecord, 'id'> {
  if (!record) throw new Error('the batch is empty');
  const { id: _, ...rest } = record;
  return rest;
}

describe('a record of which Bigin’s answer left the outcome open', () => {
  it('has lost the tag where it has it no more', async () => {
    const batch = await settle({ now: [['Lead']], records: [{ tags: ['VIP', 'Lead'], outcome: unknown() }] });
    expect(only(batch)).toEqual({
      tags: ['VIP', 'Lead'],
      outcome: { kind: 'done', changed: ['VIP'] },
      after: ['Lead'],
    });
    expect(batch.state).toBe('settled');
  });

  it.each([
    [
      'as Bigin said',
      { refused: { code: 'LOCKED', message: 'locked' } },
      { code: 'LOCKED', message: 'locked' },
    ],
    ['unchanged, where it said nothing', {}, { code: 'NOT_CHANGED' }],
  ])('has failed where it still has the tag: %s', async (_, more, failure) => {
    const batch = await settle({ now: [['VIP']], records: [{ tags: ['VIP'], outcome: unknown(more) }] });
    expect(only(batch)).toEqual({ tags: ['VIP'], outcome: { kind: 'failed', ...failure }, after: ['VIP'] });
  });

  it('tells what came off where another of its tags is back, with what came off before', async () => {
    const batch = await settle({
      tagNames: ['VIP', 'Lead', 'New'],
      now: [['VIP']],
      records: [{ tags: ['VIP', 'Lead'], outcome: unknown(), earlier: ['New'] }],
    });
    expect(only(batch)).toMatchObject({ outcome: { code: 'NOT_CHANGED' }, earlier: ['New', 'Lead'] });
  });

  it('has failed where it is gone', async () => {
    const batch = await settle({ now: [undefined], records: [{ tags: ['VIP'], outcome: unknown() }] });
    expect(only(batch)).toEqual({ tags: ['VIP'], outcome: { kind: 'failed', code: 'INVALID_DATA' } });
  });

  it('is read alone: the others of its batch keep what became of them', async () => {
    const done: Outcome = { kind: 'done', changed: ['VIP'] };
    const { records } = await settle({
      now: [['VIP'], []],
      records: [
        { tags: ['VIP'], outcome: done },
        { tags: ['VIP'], outcome: unknown() },
      ],
    });
    expect(records.map(({ outcome }) => outcome)).toEqual([done, done]);
    expect(records[0]).not.toHaveProperty('after');
  });
});

describe('a record whose call was never answered', () => {
  it('is planned again as it is now, where the call had no effect', async () => {
    const batch = await settle({
      state: 'sent',
      now: [['VIP', 'New']],
      records: [{ tags: ['VIP'], outcome: unknown() }],
    });
    expect(batch).toMatchObject({ state: 'planned', readAt: clock.now() });
    expect(only(batch)).toEqual({ tags: ['VIP', 'New'] });
  });

  it('is planned again with what came off, where a tag is back', async () => {
    const batch = await settle({
      state: 'sent',
      tagNames: ['VIP', 'Lead'],
      now: [['VIP']],
      records: [{ tags: ['VIP', 'Lead'], outcome: unknown() }],
    });
    expect(only(batch)).toEqual({ tags: ['VIP'], earlier: ['Lead'] });
  });

  it('is done where it had its effect, and failed where it is gone: then nothing is planned', async () => {
    const batch = await settle({
      state: 'sent',
      now: [[], undefined],
      records: [
        { tags: ['VIP'], outcome: unknown() },
        { tags: ['VIP'], outcome: unknown() },
      ],
    });
    expect(batch.state).toBe('settled');
    expect(batch.records.map(({ outcome }) => outcome?.kind)).toEqual(['done', 'failed']);
  });
});

describe('a record of an undo', () => {
  const undo = (now: string[], more: Partial<BatchRecord> = {}) =>
    settle({
      kind: 'undo',
      tagNames: ['VIP', 'Lead'],
      now: [now],
      records: [{ tags: ['Lead'], outcome: unknown(), ...more }],
    });

  it('has its tags again where they are all there', async () => {
    expect(only(await undo(['VIP', 'Lead'])).outcome).toEqual({ kind: 'done', changed: ['VIP'] });
  });

  it('has again what is there, where others took one off since: the call was made', async () => {
    const batch = await settle({
      kind: 'undo',
      tagNames: ['VIP', 'Lead'],
      now: [['VIP']],
      records: [{ tags: [], outcome: unknown() }],
    });
    expect(only(batch).outcome).toEqual({ kind: 'done', changed: ['VIP'] });
  });

  it('has failed where nothing came back that was not there before', async () => {
    expect(only(await undo(['Lead']))).toEqual({
      tags: ['Lead'],
      outcome: { kind: 'failed', code: 'NOT_CHANGED' },
      after: ['Lead'],
    });
    expect(only(await undo(['VIP'], { tags: [], earlier: ['VIP'] })).outcome).toMatchObject({
      kind: 'failed',
    });
  });
});

describe('what records show of an account', () => {
  it('is that a tag goes along which differs by letter case alone', async () => {
    const batch = await settle({
      now: [['Lead']],
      records: [{ tags: ['VIP', 'vip', 'Lead'], outcome: unknown() }],
    });
    expect(only(batch).outcome).toEqual({ kind: 'done', changed: ['VIP', 'vip'] });
    expect(lessons.known.caseCounts).toBe(false);
  });

  it('is that it stays', async () => {
    const batch = await settle({ now: [['vip']], records: [{ tags: ['VIP', 'vip'], outcome: unknown() }] });
    expect(only(batch).outcome).toEqual({ kind: 'done', changed: ['VIP'] });
    expect(lessons.known.caseCounts).toBe(true);
  });

  it('is that answers do not name the tags afterwards, where one named a tag that is gone', async () => {
    await settle({ now: [[]], records: [{ tags: ['VIP'], outcome: unknown({ told: ['VIP'] }) }] });
    expect(lessons.known.detailsTags).toBe('other');
  });

  it.each([
    ['a tag is still there', { now: [['VIP']], told: ['VIP'] }],
    ['it is gone', { now: [undefined], told: ['VIP'] }],
    ['the answer named another tag', { now: [['Lead']], told: ['Lead'] }],
  ])('is nothing where %s', async (_, { now, told }) => {
    await settle({ now, records: [{ tags: ['VIP', 'Lead'], outcome: unknown({ told }) }] });
    expect(lessons.known.detailsTags).toBeUndefined();
  });

  it('is not learnt anew', async () => {
    const known = { detailsTags: 'after', caseCounts: true } as const;
    await settle({
      known,
      now: [[]],
      records: [{ tags: ['VIP', 'vip'], outcome: unknown({ told: ['VIP'] }) }],
    });
    expect(lessons.known).toMatchObject(known);
  });

  it('spares the reading of all that a first call did not read', async () => {
    const count = 450;
    const { records } = await settle({
      now: Array.from({ length: count }, () => []),
      records: Array.from({ length: count }, () => ({ tags: ['VIP'], outcome: unknown({ told: ['VIP'] }) })),
    });
    expect(fake.requests).toHaveLength(1);
    expect(new Set(records.map(({ outcome }) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ kind: 'done', changed: ['VIP'] })]),
    );
  });

  it('spares nothing where the answers said nothing: the rest is read then', async () => {
    const count = 450;
    const { records } = await settle({
      now: Array.from({ length: count }, () => []),
      records: Array.from({ length: count }, () => ({ tags: ['VIP'], outcome: unknown() })),
    });
    expect(fake.requests).toHaveLength(3);
    expect(records.every(({ outcome }) => outcome?.kind === 'done')).toBe(true);
  });
});

it('asks nothing where nothing is open', async () => {
  await settle({ now: [['VIP']], records: [{ tags: ['VIP'], outcome: { kind: 'failed', code: 'X' } }] });
  expect(fake.requests).toEqual([]);
});
