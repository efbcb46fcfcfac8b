import type { BiginClient } from '@/lib/bigin/client';
import { isMendedBySignIn, ProblemError } from '@/lib/problem';
import { isUnfinished, type Job } from '../job';
import type { Journal } from '../journal/journal';
import { planRetry } from '../plan/plan-retry';
import { planUndo } from '../plan/plan-undo';
import type { Plan } from '../plan/plan-removal';
import type { Clock } from './retry';
import type { RunContext } from './run-context';
import { runJob } from './run-job';
import { settleUnknown } from './settle-unknown';

/** What a job that runs again begins with: what is still to be sent is read anew. */
const again: Partial<Job> = { state: 'running', problem: undefined, tagsReadAt: undefined };

export interface JobRunnerOptions {
  journal: Journal;
  clientOf: (job: Job) => BiginClient;
  clock: Clock;
  /** Told when a job begins to run and when none is left, so that the worker is kept alive meanwhile. */
  onBusy?: (busy: boolean) => void;
  /** Told after a job has ended, however it did. */
  onEnd?: (job: Job) => Promise<void>;
}

/** Starts, resumes, cancels and takes back jobs. The jobs of one connection run one after another. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #queues = new Map<string, Promise<void>>();
  readonly #scheduled = new Set<string>();
  readonly #cancelled = new Set<string>();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /** Writes the plan to the journal, then runs it. Resolves once it is written. */
  async start({ job, batches }: Plan): Promise<void> {
    await this.#options.journal.write(job, batches);
    this.#schedule(job);
  }

  /** Goes on with every job that a stopped worker left under way. */
  async resumeAll(): Promise<void> {
    for (const job of await this.#options.journal.unfinishedJobs()) this.#schedule(job);
  }

  /** Goes on with a job that a problem had stopped, or that was cancelled; not with one that was undone. */
  async continue(jobId: string): Promise<void> {
    const job = await this.#find(jobId);
    const canGoOn = ({ state, undoneBy }: Job) => !undoneBy && (state === 'stopped' || state === 'cancelled');
    if (await this.#options.journal.updateJob(jobId, again, canGoOn)) this.#schedule(job);
  }

  /**
   * Goes on with the connection's jobs that wait for a new sign-in; not with those of a connection that the
   * user had removed on purpose.
   */
  async continueSignedIn(connectionId: string): Promise<void> {
    for (const { id, problem } of await this.#options.journal.stoppedJobs(connectionId)) {
      if (problem && problem.code !== 'noConnection' && isMendedBySignIn(problem)) await this.continue(id);
    }
  }

  /** Sends nothing more for the job; the call that is under way is waited for, and its outcome recorded. */
  async cancel(jobId: string): Promise<void> {
    const job = await this.#find(jobId);
    if (job.state !== 'running') return;
    this.#cancelled.add(jobId);
    // The job may be ending just now, and then it stays ended.
    const isRunning = ({ state }: Job) => state === 'running';
    if (await this.#options.journal.updateJob(jobId, { state: 'cancelling' }, isRunning)) this.#schedule(job);
    else this.#cancelled.delete(jobId);
  }

  /**
   * Starts a job that gives back what the removal took. Throws a `ProblemError` while the removal is under way,
   * and where there is nothing to give back.
   */
  async undo(removalId: string, jobId: string): Promise<void> {
    const { journal, clock } = this.#options;
    const { connectionId } = await this.#findEnded(removalId);
    const undo = await this.#inTurn(connectionId, async () => {
      const removal = await this.#findEnded(removalId);
      await settleUnknown(
        removal,
        this.#context(removal, () => false),
      );
      const plan = planUndo(removal, await journal.readBatches(removalId), jobId, clock.now());
      await journal.write(plan.job, plan.batches);
      return plan.job;
    });
    this.#schedule(undo);
  }

  /** Tries the failed records of a job again that has finished; a job that stopped goes on by `continue`. */
  async retryFailed(jobId: string): Promise<void> {
    const { journal } = this.#options;
    const { connectionId } = await this.#findEnded(jobId);
    const retried = await this.#inTurn(connectionId, async () => {
      const job = await this.#findEnded(jobId);
      if (job.state !== 'finished' || job.undoneBy) throw new ProblemError('nothingToRetry');
      await journal.write({ ...job, ...again }, planRetry(job, await journal.readBatches(jobId)));
      return job;
    });
    this.#schedule(retried);
  }

  async #find(jobId: string): Promise<Job> {
    const job = await this.#options.journal.readJob(jobId);
    if (!job) throw new ProblemError('jobGone');
    return job;
  }

  async #findEnded(jobId: string): Promise<Job> {
    const job = await this.#find(jobId);
    if (isUnfinished(job)) throw new ProblemError('jobRunning');
    return job;
  }

  #schedule({ id, connectionId }: Job): void {
    if (this.#scheduled.has(id)) return;
    this.#scheduled.add(id);
    this.#options.onBusy?.(true);
    this.#inTurn(connectionId, () => this.#run(id)).catch(() => {
      // The journal could not be written: the job stays unfinished there and is resumed at the next start.
    });
  }

  /** One after another: nothing changes the journal of a connection's jobs while one of them runs. */
  #inTurn<T>(connectionId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(connectionId) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(connectionId, settled);
    return done;
  }

  async #run(jobId: string): Promise<void> {
    const { onBusy, onEnd } = this.#options;
    try {
      const job = await this.#carryOut(jobId);
      if (job) await onEnd?.(job);
    } finally {
      if (this.#scheduled.size === 0) onBusy?.(false);
    }
  }

  /** Once it has ended, the job may be scheduled again: to be continued, or for what failed. */
  async #carryOut(jobId: string): Promise<Job | undefined> {
    try {
      const job = await this.#options.journal.readJob(jobId);
      if (!job) return undefined;
      const isCancelled = () => job.state === 'cancelling' || this.#cancelled.has(jobId);
      await runJob(job, this.#context(job, isCancelled));
      return job;
    } finally {
      this.#scheduled.delete(jobId);
      this.#cancelled.delete(jobId);
    }
  }

  #context(job: Job, isCancelled: () => boolean): RunContext {
    const { journal, clientOf, clock } = this.#options;
    return { journal, client: clientOf(job), clock, isCancelled };
  }
}
