import { wrap } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database';
import type { Batch } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import {
  countUnreadableJobs,
  deleteUnreadableJobs,
  pruneUnreadableJobs,
} from '@/lib/jobs/journal/unreadable-jobs';
import { aJob } from '../../support/a-job';
import { testDatabase } from '../../support/test-database';

let database: Database;
let journal: Journal;

beforeEach(async () => {
  database = await testDatabase();
  journal = new Journal(database);
});

const batchOf = (jobId: string): Batch => ({
  jobId,
  index: 0,
  tagNames: ['VIP'],
  wave: 0,
  state: 'planned',
  readAt: 0,
  records: [{ id: '7618134000000632028', tags: ['VIP'] }],
});

/** A job of a kind that nobody knows, with a record. */
async function writeUnreadable(id: string, facts: object): Promise<void> {
  await journal.write(aJob({ id }), [batchOf(id)]);
  await wrap(database.connection).put('jobs', { ...aJob({ id }), kind: 'merge', ...facts });
}

const storedIds = async () => (await wrap(database.connection).getAllKeys('jobs')).map(String);

describe('jobs that cannot be read', () => {
  it('are deleted with all of their records, and no other job is', async () => {
    await writeUnreadable('lost', {});
    await wrap(database.connection).put('jobs', { id: 7 });
    await journal.write(aJob({ id: 'j' }), [batchOf('j')]);
    expect(await countUnreadableJobs(database)).toBe(2);
    await deleteUnreadableJobs(database);
    expect(await countUnreadableJobs(database)).toBe(0);
    expect(await storedIds()).toEqual(['j']);
    expect(await journal.readBatches('lost')).toEqual([]);
    expect(await journal.readTallies('lost')).toEqual([]);
    expect(await journal.readBatches('j')).toHaveLength(1);
    expect(await journal.readTallies('j')).toHaveLength(1);
  });

  it('are kept as long as others, from their end, or from when they were asked for', async () => {
    await writeUnreadable('old', { createdAt: 5, endedAt: 9 });
    await writeUnreadable('new', { createdAt: 5, endedAt: 10 });
    await writeUnreadable('old without an end', { createdAt: 9 });
    await writeUnreadable('new without an end', { createdAt: 10, endedAt: 'yesterday' });
    await journal.write(aJob({ id: 'readable', createdAt: 1, state: 'paused' }), []);
    await pruneUnreadableJobs(database, 10);
    expect(await storedIds()).toEqual(['new', 'new without an end', 'readable']);
    expect(await journal.readBatches('old')).toEqual([]);
  });

  it('that tell no time stay until they are deleted', async () => {
    await writeUnreadable('timeless', { createdAt: 'long ago' });
    await pruneUnreadableJobs(database, Number.MAX_VALUE);
    expect(await storedIds()).toEqual(['timeless']);
  });
});
