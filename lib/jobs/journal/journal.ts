import * as z from '@/lib/zod';
import type { IDBPTransaction } from 'idb';
import type { Database, UntagSchema } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import { isUnderWay, isUnfinished, type Batch, type Job } from '../job';
import { batchSchema, jobSchema } from '../job-schema';
import { asSent } from './sent';
import { tallyOf, tallySchema, type Tally } from './tally';

/**
 * The durable record of all jobs, written ahead: what is about to be sent is stored first, so that a worker
 * that is stopped anywhere can go on where it stood. `onChange` is told the id of each job that changed.
 */
export class Journal {
  readonly #database: Database;
  readonly #onChange: (jobId: string) => void;

  constructor(database: Database, onChange: (jobId: string) => void = () => {}) {
    this.#database = database;
    this.#onChange = onChange;
  }

  /**
   * Stores a new job, or one whose batches were cut anew, as a whole or not at all. An undo marks its removal
   * as undone; throws `nothingToUndo` where another undo has.
   */
  async write(job: Job, batches: readonly Batch[]): Promise<void> {
    const transaction = this.#database.transaction(jobStores, 'readwrite');
    const jobs = transaction.objectStore('jobs');
    if (job.undoOf) {
      const { data: removal } = z.safeParse(jobSchema, await jobs.get(job.undoOf));
      if (removal?.undoneBy && removal.undoneBy !== job.id) throw new ProblemError('nothingToUndo');
      if (removal) await jobs.put({ ...removal, undoneBy: job.id });
    }
    await Promise.all([jobs.put(job), ...putBatches(transaction, batches), transaction.done]);
    this.#onChange(job.id);
  }

  /** `undefined` where there is no such job, or one that this version cannot read. */
  async readJob(id: string): Promise<Job | undefined> {
    return z.safeParse(jobSchema, await this.#database.get('jobs', id)).data;
  }

  /**
   * Changes some of a job's facts, in view of what they are by then; what others changed meanwhile is kept, and
   * all of it where nothing is to be changed. Resolves with whether something was.
   */
  async updateJob(id: string, changeOf: (job: Job) => Partial<Job> | undefined): Promise<boolean> {
    const transaction = this.#database.transaction('jobs', 'readwrite');
    const { data: job } = z.safeParse(jobSchema, await transaction.store.get(id));
    const change = job && changeOf(job);
    if (change) await transaction.store.put({ ...job, ...change });
    await transaction.done;
    if (change) this.#onChange(id);
    return change !== undefined;
  }

  /** The user has seen a job's result and went on: an undo takes its removal along. */
  async dismiss(id: string): Promise<void> {
    const job = await this.readJob(id);
    for (const each of [id, job?.undoOf]) if (each) await this.updateJob(each, () => ({ dismissed: true }));
  }

  /** The job's batches, in order. */
  async readBatches(jobId: string): Promise<Batch[]> {
    const transaction = this.#database.transaction(['batches', 'tallies']);
    const [stored, tallies] = await Promise.all([
      transaction.objectStore('batches').getAll(rangeOf(jobId)),
      transaction.objectStore('tallies').getAll(rangeOf(jobId)),
    ]);
    const sent = new Set(
      z
        .parse(z.array(tallySchema), tallies)
        .filter(isSent)
        .map(({ index }) => index),
    );
    return z
      .parse(z.array(batchSchema), stored)
      .map((batch) => (sent.has(batch.index) ? asSent(batch) : batch));
  }

  async readBatch(jobId: string, index: number): Promise<Batch> {
    const transaction = this.#database.transaction(['batches', 'tallies']);
    const [stored, tally] = await Promise.all([
      transaction.objectStore('batches').get([jobId, index]),
      transaction.objectStore('tallies').get([jobId, index]),
    ]);
    const batch = z.parse(batchSchema, stored);
    return isSent(z.parse(tallySchema, tally)) ? asSent(batch) : batch;
  }

  /**
   * Notes that a batch's call is about to be made, beside the batch: its records stand there already, and writing
   * them again would take longer than the mark.
   */
  async markSent(batch: Batch): Promise<void> {
    await this.#database.put('tallies', tallyOf(asSent(batch)));
    this.#onChange(batch.jobId);
  }

  /** What each of the job's batches adds up to, in order. */
  async readTallies(jobId: string): Promise<Tally[]> {
    return z.parse(z.array(tallySchema), await this.#database.getAll('tallies', rangeOf(jobId)));
  }

  /** Stores batches of one job in one go: a batch that was cut in two is never stored by half. */
  async saveBatches(batches: readonly Batch[]): Promise<void> {
    const [jobId] = batches.map((batch) => batch.jobId);
    if (jobId === undefined) return;
    const transaction = this.#database.transaction(jobStores, 'readwrite');
    await Promise.all([...putBatches(transaction, batches), transaction.done]);
    this.#onChange(jobId);
  }

  /** All jobs that this version can read, the newest first. */
  async readJobs(): Promise<Job[]> {
    return (await this.#oldestFirst()).reverse();
  }

  /** Jobs that are not over, the oldest first. */
  async unfinishedJobs(): Promise<Job[]> {
    return (await this.#oldestFirst()).filter(isUnfinished);
  }

  /** When other jobs of the same connection and module last changed records, in milliseconds since 1970. */
  async othersEndedAt({ id, connectionId, module }: Job): Promise<number> {
    const others = (await this.#oldestFirst()).filter(
      (other) => other.id !== id && other.connectionId === connectionId && other.module === module,
    );
    return Math.max(0, ...others.map(({ endedAt = 0 }) => endedAt));
  }

  /**
   * Forgets a job and all that became of its records; with it goes the way to undo it. Throws `jobRunning` for one
   * that calls may be under way for.
   */
  async delete(id: string): Promise<void> {
    const transaction = this.#database.transaction(jobStores, 'readwrite');
    const jobs = transaction.objectStore('jobs');
    const { data: job } = z.safeParse(jobSchema, await jobs.get(id));
    if (job && isUnderWay(job)) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw new ProblemError('jobRunning');
    }
    // An undo that did not come to its end is no reason to keep its removal from being undone.
    const { data: removal } = z.safeParse(jobSchema, job?.undoOf && (await jobs.get(job.undoOf)));
    const isOpenAgain = removal?.undoneBy === id && job?.state !== 'finished';
    await Promise.all([
      isOpenAgain && jobs.put({ ...removal, undoneBy: undefined }),
      jobs.delete(id),
      transaction.objectStore('batches').delete(rangeOf(id)),
      transaction.objectStore('tallies').delete(rangeOf(id)),
      transaction.done,
    ]);
    this.#onChange(id);
  }

  /** Deletes the jobs that ended before the given time, in milliseconds since 1970. */
  async prune(before: number): Promise<void> {
    const jobs = await this.#oldestFirst();
    const old = jobs.filter((job) => !isUnfinished(job) && (job.endedAt ?? job.createdAt) < before);
    for (const { id } of old) await this.delete(id);
  }

  /**
   * Jobs of a connection that a problem keeps from going on, the oldest first: those that wait, put aside or not, and
   * those that were stopped and that the user has not given up.
   */
  async hinderedJobs(connectionId: string): Promise<Job[]> {
    const jobs = await this.#oldestFirst();
    return jobs.filter(
      (job) =>
        job.connectionId === connectionId &&
        (job.state === 'waiting' || (job.state === 'stopped' && !job.dismissed)) &&
        !job.undoneBy,
    );
  }

  async #oldestFirst(): Promise<Job[]> {
    const stored = await this.#database.getAll('jobs');
    const jobs = stored.flatMap((job) => z.safeParse(jobSchema, job).data ?? []);
    return jobs.sort((a, b) => a.createdAt - b.createdAt);
  }

  /**
   * The tab's job to show: one that is not over and that the user has not put aside, else the newest of the given
   * selection, else the newest of all; none where the user has dismissed that one.
   */
  async jobOfTab(tabId: number, selectionKey?: string): Promise<Job | undefined> {
    const stored = await this.#database.getAllFromIndex('jobs', 'byTab', tabId);
    const jobs = stored.flatMap((job) => z.safeParse(jobSchema, job).data ?? []);
    jobs.sort((a, b) => b.createdAt - a.createdAt);
    const unfinished = jobs.find((job) => isUnfinished(job) && !job.dismissed);
    const ended = jobs.filter((job) => !isUnfinished(job));
    const shown = unfinished ?? ended.find((job) => job.selectionKey === selectionKey) ?? ended[0];
    return shown?.dismissed ? undefined : shown;
  }
}

const isSent = ({ state }: Tally) => state === 'sent';

const jobStores = ['jobs', 'batches', 'tallies'] as const;

/** The keys of all batches of a job. */
function rangeOf(jobId: string): IDBKeyRange {
  return IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
}

/** Each batch with what it adds up to. */
function putBatches(
  transaction: IDBPTransaction<UntagSchema, typeof jobStores, 'readwrite'>,
  batches: readonly Batch[],
): Promise<unknown>[] {
  return batches.flatMap((batch) => [
    transaction.objectStore('batches').put(batch),
    transaction.objectStore('tallies').put(tallyOf(batch)),
  ]);
}
