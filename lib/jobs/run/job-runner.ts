import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { isMendedBySignIn, ProblemError } from '@/lib/problem';
import type { RunSettings } from '@/lib/settings/run-settings';
import { isUnderWay, isUnfinished, type Job } from '../job';
import type { Journal } from '../journal/journal';
import { urlByteLimit, type BatchLimits } from '../plan/batches';
import type { Plan } from '../plan/plan-removal';
import { planRetry } from '../plan/plan-retry';
import { planUndo } from '../plan/plan-undo';
import type { RunContext } from './run-context';
import { runJob } from './run-job';
import { settleUnknown } from './settle-unknown';
import { Runs, type Run } from './runs';

/** Milliseconds after which a job is taken up again that the journal could not be written for. */
const retryAfterFault = 60_000;

/**
 * Milliseconds after which it is asked again what became of records, where that could not be read: seldom enough for
 * credits that are spent. A network that is back, a sign-in and access have it asked at once.
 */
const settleAgainAfter = 600_000;

/** A job in one of these does not run, and need not go on. */
const idle = new Set<Job['state']>(['cancelled', 'stopped', 'paused']);

/** Milliseconds that what became of records is still asked after. */
const settleWithin = 86_400_000;

/** What a job that runs again begins with. */
const again: Partial<Job> = {
  state: 'running',
  resumeAt: undefined,
  startedAt: undefined,
};

/** Who takes a job up that they had put aside sees it again, and has it wait for Bigin anew. */
const wanted: Partial<Job> = { dismissed: false, waits: 0 };

export interface JobRunnerOptions {
  journal: Journal;
  callsOf: (job: Job) => Promise<Calls>;
  clock: Clock;
  settings: () => Promise<RunSettings>;
  /** Told when a job begins to run and when none is left, so that the worker is kept alive meanwhile. */
  onBusy?: (busy: boolean) => void;
  /** Told after a job has ceased to run, however it did. */
  onEnd?: (job: Job) => Promise<void>;
  /**
   * Told when something is to be gone on with, in milliseconds since 1970; of several times, the earliest counts. The
   * worker may be stopped until then.
   */
  onWait?: (resumeAt: number) => void;
}

/** Starts, resumes, pauses, cancels and takes back jobs. The jobs of one connection run one after another. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #runs: Runs;
  /** Ids of the jobs of which it is being asked what became of their records, or will be when their turn comes. */
  readonly #settling = new Set<string>();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#runs = new Runs(options.onBusy);
  }

  /** Writes the plan to the journal, then runs it when its turn comes. Resolves once it is written. */
  async start({ job, batches }: Plan): Promise<void> {
    await this.#options.journal.write(job, batches);
    this.#schedule(job);
  }

  /** Goes on with every job that a stopped worker left under way, and with those whose time to wait is over. */
  async resumeAll(): Promise<void> {
    const { journal, clock, onWait } = this.#options;
    const now = clock.now();
    for (const job of await journal.unfinishedJobs()) {
      const { state, resumeAt } = job;
      if (isUnderWay(job)) this.#schedule(job);
      if (state !== 'waiting' || resumeAt === undefined) continue;
      if (resumeAt > now) onWait?.(resumeAt);
      else await this.resume(job);
    }
    await this.settleLeft();
    // A stopped worker may have left word that it is busy.
    this.#runs.tellRest();
  }

  /** Goes on at once with the jobs that wait for what is over now: a network that is down, a sign-in that is under way. */
  async resumeAfter(code: 'networkDown' | 'signInBusy'): Promise<void> {
    for (const job of await this.#options.journal.unfinishedJobs())
      if (job.problem?.code === code) await this.resume(job);
    await this.settleLeft(true);
  }

  /** Goes on at once with a job that waits, where what it waits for is there again. */
  resume(job: Job): Promise<void> {
    return this.#goOn(job, ['waiting']);
  }

  /**
   * Goes on with a job that is paused, waits, was stopped by a problem, or was cancelled; not with one that was
   * undone. Older jobs of its connection that wait go first.
   */
  async continue(jobId: string): Promise<void> {
    const job = await this.#find(jobId);
    await this.#options.journal.updateJob(jobId, () => wanted);
    for (const older of await this.#waitingBefore(job)) await this.resume(older);
    await this.#goOn(job);
  }

  /**
   * Goes on with the connection's jobs that wait for a new sign-in, or were stopped for want of one; not with those of
   * a connection that the user had removed on purpose.
   */
  async continueSignedIn(connectionId: string): Promise<void> {
    for (const job of await this.#options.journal.hinderedJobs(connectionId)) {
      const { problem } = job;
      if (problem && problem.code !== 'noConnection' && isMendedBySignIn(problem))
        await this.#goOn(job, ['waiting', 'stopped']);
    }
    await this.settleLeft(true);
  }

  /** Sends nothing more for the job until it is continued; the outcome of calls that are under way is recorded. */
  async pause(jobId: string): Promise<void> {
    await this.#find(jobId);
    // The job may be ending just now, and then it stays ended.
    const isPaused = await this.#options.journal.updateJob(jobId, ({ state }) =>
      state === 'running' || state === 'waiting'
        ? { state: 'paused', problem: undefined, resumeAt: undefined }
        : undefined,
    );
    if (isPaused) this.#runs.get(jobId)?.stop.abort();
  }

  /**
   * Sends nothing more for the job, and ends it. Calls that are under way are waited for: what they do after a
   * reading would be told wrongly. What became of records without an answer is read.
   */
  async cancel(jobId: string): Promise<void> {
    const { journal, clock, onWait } = this.#options;
    await this.#find(jobId);
    const isOpen = (await journal.readTallies(jobId)).some((tally) => tally.isOpen);
    const run = this.#runs.get(jobId);
    const isCancelled = await journal.updateJob(jobId, (current) => {
      if (!isUnfinished(current) || current.state === 'cancelling') return undefined;
      const isAnswerAwaited = isOpen || (run !== undefined && current.startedAt !== undefined);
      const state = isAnswerAwaited ? 'cancelling' : 'cancelled';
      return { state, problem: undefined, resumeAt: undefined, endedAt: clock.now() };
    });
    if (!isCancelled) return;
    run?.stop.abort();
    const end = () => this.#endCancel(jobId).catch(() => onWait?.(clock.now() + retryAfterFault));
    if (run) void run.ended.then(end);
    else await end();
  }

  /** Has what is left to do done where no run does it: one that had ended but for what it tells leaves the job so. */
  async #endCancel(jobId: string): Promise<void> {
    const job = await this.#options.journal.readJob(jobId);
    if (job?.state === 'cancelling') this.#schedule(job);
  }

  /** Forgets an ended or paused job and all that became of its records. Throws `jobRunning` for any other. */
  async delete(jobId: string): Promise<void> {
    // One that was cancelled before its turn came is in hand until then, and nothing of it is under way.
    const isBegun = this.#runs.get(jobId) && (await this.#find(jobId)).startedAt !== undefined;
    if (isBegun) throw new ProblemError('jobRunning');
    await this.#options.journal.delete(jobId);
  }

  /**
   * Starts a job that gives back what the removal took. Throws a `ProblemError` while the removal is not over, and
   * where there is nothing to give back.
   */
  async undo(removalId: string, jobId: string): Promise<void> {
    const { journal, clock } = this.#options;
    const removal = await this.#findEnded(removalId);
    const isOpen = (await journal.readTallies(removalId)).some((tally) => tally.isOpen);
    if (isOpen) await this.#settleInTurn(removal);
    const undo = await this.#runs.alone(removalId, async () => {
      const current = await this.#findEnded(removalId);
      const batches = await journal.readBatches(removalId);
      const limits = await this.#batchLimits();
      const plan = planUndo({ removal: current, batches, jobId, now: clock.now(), limits });
      await journal.write(plan.job, plan.batches);
      return plan.job;
    });
    this.#schedule(undo);
  }

  /** Tries the failed records of a job again that has finished; a job that stopped goes on by `continue`. */
  async retryFailed(jobId: string): Promise<void> {
    const { journal } = this.#options;
    const retried = await this.#runs.alone(jobId, async () => {
      const job = await this.#findEnded(jobId);
      if (job.state !== 'finished' || job.undoneBy) throw new ProblemError('nothingToRetry');
      const batches = planRetry(job, await journal.readBatches(jobId), await this.#batchLimits());
      await journal.write({ ...job, ...again, ...wanted }, batches);
      return job;
    });
    this.#scheduleAgain(retried);
  }

  /** Reads what became of records whose answer was lost, unless the job has been taken up again meanwhile. */
  #settleInTurn({ id, connectionId }: Job): Promise<void> {
    return this.#runs.inTurn(connectionId, async () => {
      const job = await this.#options.journal.readJob(id);
      if (job && !isUnderWay(job)) await settleUnknown(job, await this.#context(job));
    });
  }

  /**
   * Reads what became of records of jobs that do not run, where that could not be read when they ceased to. Not before
   * its time, unless what is mended may be what kept it from being read.
   */
  async settleLeft(isMended = false): Promise<void> {
    const { journal, clock, onWait } = this.#options;
    const now = clock.now();
    for (const job of await journal.readJobs()) {
      const { id, resumeAt = now } = job;
      const isIdle = idle.has(job.state) && !this.#runs.get(id);
      if (!isIdle || (job.endedAt ?? job.createdAt) < now - settleWithin) continue;
      // What is damaged in the journal is nothing to be settled, and must not keep other jobs waiting.
      const tallies = await journal.readTallies(id).catch(() => []);
      if (this.#settling.has(id) || !tallies.some((tally) => tally.isOpen)) continue;
      if (resumeAt > now && !isMended) onWait?.(resumeAt);
      else void this.#settle(job);
    }
  }

  async #settle(job: Job): Promise<void> {
    this.#settling.add(job.id);
    await this.#settleInTurn(job)
      .catch(() => this.#settleLater(job))
      // The journal could not be written: it is asked again when the worker wakes.
      .catch(() => undefined);
    this.#settling.delete(job.id);
  }

  /** Has it asked again what became of a job's records, where that could not be read. */
  async #settleLater({ id }: Job): Promise<void> {
    const { journal, clock, onWait } = this.#options;
    const resumeAt = clock.now() + settleAgainAfter;
    onWait?.(resumeAt);
    await journal.updateJob(id, ({ state }) => (idle.has(state) ? { resumeAt } : undefined));
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

  /**
   * Goes on with a job that is in one of these states by now: whoever paused or cancelled it meanwhile wants no more
   * of it.
   */
  async #goOn(job: Job, from: Job['state'][] = ['paused', 'waiting', 'stopped', 'cancelled']): Promise<void> {
    const goesOn = await this.#options.journal.updateJob(job.id, ({ state, undoneBy }) =>
      !undoneBy && from.includes(state) ? again : undefined,
    );
    if (!goesOn) return;
    this.#scheduleAgain(job);
  }

  /** Jobs that were asked for earlier on the same connection, and wait. */
  async #waitingBefore({ id, connectionId, createdAt }: Job): Promise<Job[]> {
    return (await this.#options.journal.unfinishedJobs()).filter(
      (other) =>
        other.connectionId === connectionId &&
        (other.createdAt < createdAt || (other.createdAt === createdAt && other.id < id)) &&
        other.state === 'waiting',
    );
  }

  #schedule(job: Job): void {
    this.#runs.begin(job, (run) => this.#run(job.id, run));
  }

  #scheduleAgain(job: Job): void {
    this.#runs.beginAgain(job, (run) => this.#run(job.id, run));
  }

  async #run(jobId: string, run: Run): Promise<void> {
    const { clock, onWait } = this.#options;
    try {
      const job = await this.#carryOut(jobId, run);
      if (job) await this.#tellEnd(job);
    } catch {
      // The journal could not be written: the job stays unfinished there, and is tried again.
      onWait?.(clock.now() + retryAfterFault);
    }
  }

  async #carryOut(jobId: string, run: Run): Promise<Job | undefined> {
    const { journal, clock } = this.#options;
    const job = await journal.readJob(jobId);
    if (!job || !isUnderWay(job)) return undefined;
    const [before] = await this.#waitingBefore(job);
    if (before && job.state === 'running') {
      const { problem, resumeAt } = before;
      await journal.updateJob(jobId, ({ state }) =>
        state === 'running' ? { state: 'waiting', problem, resumeAt } : undefined,
      );
      return job;
    }
    await journal.updateJob(jobId, () => ({ startedAt: clock.now() }));
    if (job.state === 'cancelling') run.stop.abort();
    await runJob(job, await this.#context(job, run.stop.signal));
    return job;
  }

  /** Tells those who want to know, and has what the job waits for waited for. */
  async #tellEnd(job: Job): Promise<void> {
    const { journal, onEnd, onWait } = this.#options;
    const { resumeAt } = (await journal.readJob(job.id)) ?? {};
    if (resumeAt !== undefined) onWait?.(resumeAt);
    else if ((await journal.readTallies(job.id)).some((tally) => tally.isOpen)) await this.#settleLater(job);
    // What is told to others must not keep jobs from ending.
    await onEnd?.(job).catch(() => undefined);
  }

  async #context(job: Job, stop = new AbortController().signal): Promise<RunContext> {
    const { journal, callsOf, clock, settings } = this.#options;
    const { batchStart, batchCeiling, concurrencyCeiling } = await settings();
    return {
      journal,
      clock,
      calls: await callsOf(job),
      batchLimits: { start: batchStart, ceiling: batchCeiling },
      // While calls are under way, the next batches are made ready.
      lanes: 2 * concurrencyCeiling,
      stop,
    };
  }

  async #batchLimits(): Promise<BatchLimits> {
    return { records: (await this.#options.settings()).batchCeiling, urlBytes: urlByteLimit };
  }
}
