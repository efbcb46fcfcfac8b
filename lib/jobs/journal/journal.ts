import * as z from '@/lib/zod';
import { resultOf, type Database, type StoreName } from '@/lib/database';
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
   * as undone; throws `nothingToUndo` where another undo has, and `jobRunning` where the removal goes on by now.
   */
  async write(job: Job, batches: readonly Batch[]): Promise<void> {
    const act = async (transaction: IDBTransaction) => {
      const jobs = transaction.objectStore('jobs');
      if (job.undoOf) {
        const removal = readable(await resultOf(jobs.get(job.undoOf)));
        if (removal?.undoneBy && removal.undoneBy !== job.id) throw new ProblemError('nothingToUndo');
        if (removal && isUnfinished(removal)) throw new ProblemError('jobRunning');
        if (removal) jobs.put({ ...removal, undoneBy: job.id });
      }
      jobs.put(job);
      putBatches(transaction, batches);
    };
    await this.#database.write(jobStores, act, onDisk);
    this.#onChange(job.id);
  }

  /** `undefined` where there is no such job, or one that this version cannot read. */
  async readJob(id: string): Promise<Job | undefined> {
    return readable(await this.#database.get('jobs', id));
  }

  /**
   * Changes some of a job's facts, in view of what they are by then; what others changed meanwhile is kept, and
   * all of it where nothing is to be changed. Resolves with whether something was.
   */
  async updateJob(id: string, changeOf: (job: Job) => Partial<Job> | undefined): Promise<boolean> {
    const isChanged = await this.#database.write('jobs', async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      const job = readable(await resultOf(jobs.get(id)));
      const change = job && changeOf(job);
      if (change) jobs.put({ ...job, ...change });
      return change !== undefined;
    });
    if (isChanged) this.#onChange(id);
    return isChanged;
  }

  /** The user has seen a job's result and went on: an undo takes its removal along. */
  async dismiss(id: string): Promise<void> {
    const job = await this.readJob(id);
    for (const each of [id, job?.undoOf]) if (each) await this.updateJob(each, () => ({ dismissed: true }));
  }

  /** The job's batches, in order. */
  async readBatches(jobId: string): Promise<Batch[]> {
    const [stored, tallies] = await this.#readBoth((store) => store.getAll(rangeOf(jobId)));
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
    const [stored, tally] = await this.#readBoth((store) => store.get([jobId, index]));
    const batch = z.parse(batchSchema, stored);
    return isSent(z.parse(tallySchema, tally)) ? asSent(batch) : batch;
  }

  /** The same of batches and of their tallies. */
  #readBoth(request: (store: IDBObjectStore) => IDBRequest): Promise<unknown[]> {
    return this.#database.read(['batches', 'tallies'], (transaction) =>
      Promise.all(
        ['batches', 'tallies'].map((store) => resultOf<unknown>(request(transaction.objectStore(store)))),
      ),
    );
  }

  /**
   * Notes that a batch's call is about to be made, beside the batch: its records stand there already, and writing
   * them again would take longer than the mark.
   */
  async markSent(batch: Batch): Promise<void> {
    await this.#database.write(
      'tallies',
      (transaction) => transaction.objectStore('tallies').put(tallyOf(asSent(batch))),
      onDisk,
    );
    this.#onChange(batch.jobId);
  }

  /** What each of the job's batches adds up to, in order. */
  async readTallies(jobId: string): Promise<Tally[]> {
    return z.parse(z.array(tallySchema), await this.#database.getAll('tallies', rangeOf(jobId)));
  }

  /**
   * Stores batches of one job in one go: a batch that was cut in two is never stored by half. Nothing is stored of a
   * job that was deleted meanwhile.
   */
  async saveBatches(batches: readonly Batch[]): Promise<void> {
    const [jobId] = batches.map((batch) => batch.jobId);
    if (jobId === undefined) return;
    await this.#database.write(jobStores, async (transaction) => {
      if (await resultOf(transaction.objectStore('jobs').getKey(jobId))) putBatches(transaction, batches);
    });
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
    await this.#database.write(jobStores, async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      const job = readable(await resultOf(jobs.get(id)));
      if (job && isUnderWay(job)) throw new ProblemError('jobRunning');
      // An undo that did not come to its end is no reason to keep its removal from being undone.
      const removal = job?.undoOf ? readable(await resultOf(jobs.get(job.undoOf))) : undefined;
      if (removal?.undoneBy === id && job?.state !== 'finished')
        jobs.put({ ...removal, undoneBy: undefined });
      jobs.delete(id);
      transaction.objectStore('batches').delete(rangeOf(id));
      transaction.objectStore('tallies').delete(rangeOf(id));
    });
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
    const jobs = stored.flatMap((job) => readable(job) ?? []);
    return jobs.sort((a, b) => a.createdAt - b.createdAt);
  }

  /**
   * The tab's job to show: the newest where it is of the given selection; else one that is not over and that the user
   * has not put aside, else the newest of the selection, else the newest of all; none where the user has dismissed that
   * one.
   */
  async jobOfTab(tabId: number, selectionKey?: string): Promise<Job | undefined> {
    const stored = await this.#database.read('jobs', (transaction) =>
      resultOf<unknown[]>(transaction.objectStore('jobs').index('byTab').getAll(tabId)),
    );
    const jobs = stored.flatMap((job) => readable(job) ?? []);
    jobs.sort((a, b) => b.createdAt - a.createdAt);
    const unfinished = jobs.find((job) => isUnfinished(job) && !job.dismissed);
    const ended = jobs.filter((job) => !isUnfinished(job));
    const isSelected = (job?: Job) => job?.selectionKey === selectionKey;
    const [newest] = jobs;
    if (newest && !newest.dismissed && isSelected(newest)) return newest;
    const shown = unfinished ?? ended.find(isSelected) ?? ended[0];
    return shown?.dismissed ? undefined : shown;
  }
}

/** A stored job, where this version can read it. */
function readable(stored: unknown): Job | undefined {
  return z.safeParse(jobSchema, stored).data;
}

const isSent = ({ state }: Tally) => state === 'sent';

/** For what must be there after a power cut too: without it, nobody would know of what was sent. */
const onDisk = { durability: 'strict' } as const;

/** All that is kept of a job. */
export const jobStores = ['jobs', 'batches', 'tallies'] as const satisfies StoreName[];

/** The keys of all batches of a job. */
export function rangeOf(jobId: IDBValidKey): IDBKeyRange {
  return IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
}

/** Each batch with what it adds up to. */
function putBatches(transaction: IDBTransaction, batches: readonly Batch[]): void {
  for (const batch of batches) {
    transaction.objectStore('batches').put(batch);
    transaction.objectStore('tallies').put(tallyOf(batch));
  }
}
