import type { BiginClient } from '@/lib/bigin/client';
import { isMendedBySignIn, ProblemError } from '@/lib/problem';
import { isUnfinished, type Batch, type Job } from '../job';
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
    const { journal } = this.#options;
    const job = await this.#find(jobId);
    if (job.undoneBy || (job.state !== 'stopped' && job.state !== 'cancelled')) return;
    await journal.updateJob(jobId, again);
    this.#schedule(job);
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

  /** Starts a job that gives back what the removal took; resolves with its id. */
  async undo(removalId: string, jobId: string): Promise<void> {
    const { journal, clock } = this.#options;
    const removal = await this.#find(removalId);
    await settleUnknown(
      removal,
      this.#context(removal, () => false),
    );
    const plan = planUndo(removal, await journal.readBatches(removalId), jobId, clock.now());
    await this.start(plan);
  }

  /** Tries the job's failed records again. */
  async retryFailed(jobId: string): Promise<void> {
    const { journal } = this.#options;
    const job = await this.#find(jobId);
    if (isUnfinished(job)) return;
    if (job.undoneBy) throw new ProblemError('nothingToRetry');
    const batches: Batch[] = planRetry(job, await journal.readBatches(jobId));
    await journal.write({ ...job, ...again }, batches);
    this.#schedule(job);
  }

  async #find(jobId: string): Promise<Job> {
    const job = await this.#options.journal.readJob(jobId);
    if (!job) throw new ProblemError('jobGone');
    return job;
  }

  #schedule({ id, connectionId }: Job): void {
    if (this.#scheduled.has(id)) return;
    this.#scheduled.add(id);
    this.#options.onBusy?.(true);
    const before = this.#queues.get(connectionId) ?? Promise.resolve();
    this.#queues.set(
      connectionId,
      before
        .then(() => this.#run(id))
        .catch(() => {
          // The journal could not be written: the job stays unfinished there and is resumed at the next start.
        }),
    );
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
