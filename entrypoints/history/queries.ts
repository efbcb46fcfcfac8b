import { queryOptions, skipToken } from '@tanstack/react-query';
import { keptSince } from '@/lib/browser/prune-journal';
import { openDatabase } from '@/lib/open-database';
import { recordAccounts } from '@/lib/jobs/account/record-accounts';
import type { Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import {
  countUnreadableJobs,
  deleteUnreadableJobs,
  pruneUnreadableJobs,
} from '@/lib/jobs/journal/unreadable-jobs';
import { askWorker } from '@/lib/messages/ask-worker';
import { countJob } from './job-counts';

/** The journal itself is read, so that every page tells the same. What belongs to one job stands below its id. */
const database = openDatabase();
const journal = database.then((opened) => new Journal(opened));
// Whoever asks is told why it could not be opened.
journal.catch(() => undefined);
/** Those that are kept no longer are gone before the others are counted. */
const pruned = database.then(async (opened) => pruneUnreadableJobs(opened, await keptSince()));
pruned.catch(() => undefined);

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => askWorker('listConnections', {}),
});

/** All jobs, the newest first. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async () => (await journal).readJobs(),
});

/** Jobs that are kept, and cannot be shown. */
export const unreadableQuery = queryOptions({
  queryKey: ['jobs', 'unreadable'],
  queryFn: async () => {
    await pruned.catch(() => undefined);
    return countUnreadableJobs(await database);
  },
});

export async function deleteUnreadable(): Promise<void> {
  await deleteUnreadableJobs(await database);
}

export const countsQuery = (job: Job | undefined) =>
  queryOptions({
    queryKey: ['job', job?.id, 'counts'],
    queryFn: job
      ? async () => {
          const { id } = job;
          const kept = await journal;
          // What the list knows of the job may be older by now than its batches.
          return countJob((await kept.readJob(id)) ?? job, await kept.readTallies(id), () =>
            kept.readBatches(id),
          );
        }
      : skipToken,
  });

/** What became of each record of a job. */
export const recordsQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['job', jobId, 'records'],
    queryFn: () => readRecords(jobId),
    // Thousands of records are kept no longer than they are looked at.
    gcTime: 0,
  });

export async function readRecords(jobId: string) {
  return recordAccounts(await (await journal).readBatches(jobId));
}

/** The jobs that have a record whose id holds these digits. */
export const jobsOfRecordQuery = (digits: string | undefined) =>
  queryOptions({
    queryKey: ['jobsOfRecord', digits],
    queryFn:
      digits === undefined
        ? skipToken
        : async ({ signal }) => {
            const found = new Set<string>();
            for (const { id } of await (await journal).readJobs()) {
              signal.throwIfAborted();
              const batches = await (await journal).readBatches(id);
              if (batches.some(({ records }) => records.some((record) => record.id.includes(digits)))) {
                found.add(id);
              }
            }
            return found;
          },
  });
