import * as z from '@/lib/zod';
import { resultOf, type Database } from '@/lib/database';
import { jobSchema } from '../job-schema';
import { jobStores, rangeOf } from './journal';

/*
 * Jobs of the journal that this version cannot read: they are passed over everywhere. The history alone knows of them,
 * and it is rare that there are any, so the worker carries none of this.
 */

export async function countUnreadableJobs(database: Database): Promise<number> {
  const stored = await database.getAll('jobs');
  return stored.filter(isUnreadable).length;
}

/** Forgets them with all that became of their records. */
export async function deleteUnreadableJobs(database: Database): Promise<void> {
  await deleteWhere(database, isUnreadable);
}

/**
 * Forgets those that ended before the given time, in milliseconds since 1970, or were asked for before it where no end is
 * to be read. One that tells no time stays until the user deletes it.
 */
export async function pruneUnreadableJobs(database: Database, before: number): Promise<void> {
  await deleteWhere(database, (job) => isUnreadable(job) && timeOf(job) < before);
}

/** What is deleted is looked at in the same moment, whatever the worker writes meanwhile. */
async function deleteWhere(database: Database, isToGo: (job: unknown) => boolean): Promise<void> {
  await database.write(jobStores, async (transaction) => {
    const jobs = transaction.objectStore('jobs');
    const stored = await resultOf<{ id: IDBValidKey }[]>(jobs.getAll());
    for (const { id } of stored.filter(isToGo)) {
      jobs.delete(id);
      transaction.objectStore('batches').delete(rangeOf(id));
      transaction.objectStore('tallies').delete(rangeOf(id));
    }
  });
}

function isUnreadable(job: unknown): boolean {
  return !z.safeParse(jobSchema, job).success;
}

/** When a job was over, as far as it tells; `NaN` where it does not. */
function timeOf(job: unknown): number {
  const { endedAt, createdAt }: { endedAt?: unknown; createdAt?: unknown } = Object(job);
  return [endedAt, createdAt].find((time) => typeof time === 'number') ?? NaN;
}
