import * as z from 'zod/mini';
import type { Database } from '@/lib/database';
import { ProblemError } from '@/lib/problem';
import { batchSchema, isUnfinished, jobSchema, type Batch, type Job } from '../job';

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
    const transaction = this.#database.transaction(['jobs', 'batches'], 'readwrite');
    const jobs = transaction.objectStore('jobs');
    if (job.undoOf) {
      const { data: removal } = z.safeParse(jobSchema, await jobs.get(job.undoOf));
      if (removal?.undoneBy && removal.undoneBy !== job.id) throw new ProblemError('nothingToUndo');
      if (removal) await jobs.put({ ...removal, undoneBy: job.id });
    }
    await jobs.put(job);
    for (const batch of batches) await transaction.objectStore('batches').put(batch);
    await transaction.done;
    this.#onChange(job.id);
  }

  /** `undefined` where there is no such job, or one that this version cannot read. */
  async readJob(id: string): Promise<Job | undefined> {
    return z.safeParse(jobSchema, await this.#database.get('jobs', id)).data;
  }

  /**
   * Changes some of a job's facts; what others changed meanwhile is kept. With `onlyIf`, a job that it does
   * not fit stays as it is. Resolves with whether there was a job to change.
   */
  async updateJob(
    id: string,
    change: Partial<Job>,
    onlyIf: (job: Job) => boolean = () => true,
  ): Promise<boolean> {
    const transaction = this.#database.transaction('jobs', 'readwrite');
    const { data: job } = z.safeParse(jobSchema, await transaction.store.get(id));
    const fits = job !== undefined && onlyIf(job);
    if (fits) await transaction.store.put({ ...job, ...change });
    await transaction.done;
    if (fits) this.#onChange(id);
    return fits;
  }

  /** The user has seen a job's result and went on: an undo takes its removal along. */
  async dismiss(id: string): Promise<void> {
    const job = await this.readJob(id);
    for (const each of [id, job?.undoOf]) if (each) await this.updateJob(each, { dismissed: true });
  }

  /** The job's batches, in order. */
  async readBatches(jobId: string): Promise<Batch[]> {
    const range = IDBKeyRange.bound([jobId, 0], [jobId, Number.MAX_SAFE_INTEGER]);
    return z.parse(z.array(batchSchema), await this.#database.getAll('batches', range));
  }

  /**
   * Stores batches of one job in one go, and facts of the job with them: a batch that was cut in two is never
   * stored by half. What others changed of the job meanwhile is kept.
   */
  async saveBatches(batches: readonly Batch[], change?: Partial<Job>): Promise<void> {
    const [jobId] = batches.map((batch) => batch.jobId);
    if (jobId === undefined) return;
    const transaction = this.#database.transaction(['jobs', 'batches'], 'readwrite');
    const jobs = transaction.objectStore('jobs');
    const { data: job } = z.safeParse(jobSchema, change && (await jobs.get(jobId)));
    if (job) await jobs.put({ ...job, ...change });
    for (const batch of batches) await transaction.objectStore('batches').put(batch);
    await transaction.done;
    this.#onChange(jobId);
  }

  /** Jobs that a stopped worker left under way, the oldest first. */
  async unfinishedJobs(): Promise<Job[]> {
    return (await this.#readJobs()).filter(isUnfinished);
  }

  /** Jobs of a connection that a problem stopped and that the user has not given up, the oldest first. */
  async stoppedJobs(connectionId: string): Promise<Job[]> {
    const jobs = await this.#readJobs();
    return jobs.filter(
      (job) =>
        job.connectionId === connectionId && job.state === 'stopped' && !job.dismissed && !job.undoneBy,
    );
  }

  async #readJobs(): Promise<Job[]> {
    const stored = await this.#database.getAll('jobs');
    const jobs = stored.flatMap((job) => z.safeParse(jobSchema, job).data ?? []);
    return jobs.sort((a, b) => a.createdAt - b.createdAt);
  }

  /**
   * The tab's job to show: one that is under way, else the newest of the given selection, else the newest of all;
   * none where the user has dismissed that one.
   */
  async jobOfTab(tabId: number, selectionKey?: string): Promise<Job | undefined> {
    const stored = await this.#database.getAllFromIndex('jobs', 'byTab', tabId);
    const jobs = stored.flatMap((job) => z.safeParse(jobSchema, job).data ?? []);
    jobs.sort((a, b) => b.createdAt - a.createdAt);
    const shown = jobs.find(isUnfinished) ?? jobs.find((job) => job.selectionKey === selectionKey) ?? jobs[0];
    return shown?.dismissed ? undefined : shown;
  }
}
