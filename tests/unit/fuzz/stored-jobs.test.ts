import * as fc from 'fast-check';
import { wrap } from 'idb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/database';
import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { csvOf } from '@/lib/jobs/account/export/csv';
import { jsonOf } from '@/lib/jobs/account/export/json';
import { recordAccounts } from '@/lib/jobs/account/record-accounts';
import type { Batch } from '@/lib/jobs/job';
import { batchSchema, jobSchema } from '@/lib/jobs/job-schema';
import { Journal } from '@/lib/jobs/journal/journal';
import { tallyOf, tallySchema } from '@/lib/jobs/journal/tally';
import { countUnreadableJobs } from '@/lib/jobs/journal/unreadable-jobs';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { learntSchema } from '@/lib/learnt/learnt';
import type { Preview } from '@/lib/preview/preview';
import { summarize } from '@/lib/preview/preview';
import { pack, unpack } from '@/lib/preview/stored-preview';
import { explain } from '@/lib/bigin/errors/explain';
import * as z from '@/lib/zod';
import { aJob } from '../support/a-job';
import { JobWorld } from '../support/job-world';
import { previewOf } from '../support/preview-of';
import { testDatabase } from '../support/test-database';
import { createFakeBigin } from '../../fake-bigin/index';
import { isPolluted, mutationsOf } from './any-json';

// Many examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const job = aJob({
  problem: { code: 'scopeMissing', values: { scope: 'ZohoBigin.coql.READ' } },
  startedAt: 1,
  resumeAt: 2,
  waits: 1,
  endedAt: 3,
  undoOf: 'r',
  undoneBy: 'u',
  seenAt: 4,
  inPassing: true,
  tellEnd: true,
});

const batch: Batch = {
  jobId: 'j',
  index: 0,
  tagNames: ['VIP'],
  wave: 0,
  state: 'settled',
  readAt: 1,
  records: [
    { id: '7618134000000632028', tags: ['VIP'], outcome: { kind: 'done', changed: ['VIP'] }, after: [] },
    { id: '7618134000000632029', tags: ['VIP'], outcome: { kind: 'failed', code: 'X', message: 'no' } },
    { id: '7618134000000632030', tags: ['VIP'], outcome: { kind: 'unknown', told: ['VIP'] }, again: true },
    { id: '7618134000000632031', tags: [], earlier: ['VIP'] },
  ],
};

const learnt = {
  connectionId: 'us:org1',
  readers: { Contacts: 'ids' },
  concurrency: 5,
  batchSize: 100,
  detailsTags: 'after',
  caseCounts: true,
  addTagsForm: 'query',
} as const;

let database: Database;
let journal: Journal;

beforeEach(async () => {
  database = await testDatabase();
  journal = new Journal(database);
});

/** What IndexedDB takes as a value of a store whose keys stand at these places. */
function keyed(value: unknown, keys: object): object {
  return { ...Object(value), ...keys };
}

describe('a stored job', () => {
  it('as this version stores it is read whole', async () => {
    await journal.write(job, [batch]);
    expect(await journal.readJob('j')).toEqual(job);
    expect(await journal.readBatches('j')).toEqual([batch]);
    expect(await journal.readTallies('j')).toEqual([tallyOf(batch)]);
  });

  it('that is anything is read or passed over and counted, and never changed by being read', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(job), async (value) => {
        const stored = keyed(value, { id: 'j', tabId: 1 });
        await wrap(database.connection).put('jobs', stored);
        const read = await journal.readJob('j');
        const all = await journal.readJobs();
        expect(all).toEqual(read ? [read] : []);
        expect(await countUnreadableJobs(database)).toBe(read ? 0 : 1);
        if (read) expect(z.parse(jobSchema, read)).toEqual(read);
        await journal.jobOfTab(1);
        await journal.unfinishedJobs();
        await journal.hinderedJobs('us:org1');
        if (!read) await journal.prune(Number.MAX_VALUE);
        expect(await wrap(database.connection).get('jobs', 'j')).toEqual(stored);
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe('stored batches', () => {
  it('that are anything are read and told, or are a problem', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(batch), mutationsOf(tallyOf(batch)), async (value, tally) => {
        await wrap(database.connection).put('batches', keyed(value, { jobId: 'j', index: 0 }));
        await wrap(database.connection).put('tallies', keyed(tally, { jobId: 'j', index: 0 }));
        try {
          const tallies = await journal.readTallies('j');
          expect(tallies.map((one) => z.parse(tallySchema, one))).toEqual(tallies);
          const batches = await journal.readBatches('j');
          expect(batches.map((one) => z.parse(batchSchema, one))).toEqual(batches);
          progressOf(job, tallies);
          expect(accountOf(job, batches).total).toBeLessThanOrEqual(batch.records.length + 3);
          csvOf(job, recordAccounts(batches));
          JSON.parse(jsonOf(job, recordAccounts(batches)));
        } catch (error) {
          expect(explain(error)).toEqual({ code: 'unexpected' });
          expect(String(error)).toBe('TypeError: A value is not of its kind');
        }
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('of a job that cannot be read keep no other job from its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        mutationsOf(batch),
        mutationsOf(tallyOf(batch)),
        fc.constantFrom('running', 'stopped', 'cancelling', 'paused'),
        async (value, tally, state) => {
          const world = await JobWorld.create();
          const { problem: _, resumeAt: __, undoneBy: ___, ...older } = job;
          await wrap(world.database.connection).put('jobs', { ...older, state, createdAt: -1 });
          await wrap(world.database.connection).put('batches', keyed(value, { jobId: 'j', index: 0 }));
          await wrap(world.database.connection).put('tallies', keyed(tally, { jobId: 'j', index: 0 }));
          await world.runner.resumeAll();
          const { id } = await world.start(['VIP']);
          expect((await world.ended(id)).job.state).toBe('finished');
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('a job that stopped and whose tallies are damaged', () => {
  it('does not keep others from being woken', async () => {
    const world = await JobWorld.create();
    const { undoneBy: _, ...stopped } = job;
    const now = world.clock.now();
    await wrap(world.database.connection).put('jobs', { ...stopped, state: 'stopped', endedAt: now });
    await wrap(world.database.connection).put('tallies', keyed({ state: 'lost' }, { jobId: 'j', index: 0 }));
    await world.journal.write(aJob({ id: 'w', state: 'waiting', resumeAt: now + 1_000 }), []);
    await world.runner.resumeAll();
    expect(world.resumeAt).toBe(now + 1_000);
  });
});

describe('a stored preview', () => {
  let preview: Preview;

  beforeAll(async () => {
    preview = await previewOf(createFakeBigin());
  });

  it('as this version stores it is read whole', () => {
    expect(unpack(pack(preview))).toEqual(preview);
  });

  it('that is anything is read, or is none', () => {
    fc.assert(
      fc.property(mutationsOf(pack(preview)), (value) => {
        const read = unpack(value);
        if (!read) return;
        expect(summarize(read).recordCount).toBe(read.records.length);
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was learnt', () => {
  it('that is anything is known, or learnt again', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(learnt), async (value) => {
        await wrap(database.connection).put('learnt', keyed(value, { connectionId: 'us:org1' }));
        const { known } = await new LearntStore(database).lessonsOf('us:org1');
        expect(z.parse(learntSchema, known)).toEqual(known);
      }),
      { numRuns: 100 },
    );
  });

  it('as this version stores it is read whole', async () => {
    await wrap(database.connection).put('learnt', learnt);
    expect((await new LearntStore(database).lessonsOf('us:org1')).known).toEqual(learnt);
  });
});
