import type { Job } from '../job';
import { endAfterFailure } from './after-failure';
import { runBatches } from './run-batches';
import type { RunContext } from './run-context';
import { settleUnknown } from './settle-unknown';

/**
 * Carries out what is left of a job, and records each record's outcome. It may be stopped anywhere and called
 * again: what was sent and not settled is read first, and only what had no effect is sent again.
 * Ends the job as finished or cancelled; leaves it paused, or waiting for what passes; or stops it at a problem
 * that only the user can mend.
 */
export async function runJob(job: Job, context: RunContext): Promise<void> {
  const { journal, clock, stop } = context;
  const settledBefore = await countSettled(job, context);
  try {
    // What a stopped worker had sent may have had its effect.
    await settleUnknown(job, context);
    while (!stop.aborted && (await isLeft(job, context))) {
      await runBatches(job, context);
      await settleUnknown(job, context);
    }
    await journal.updateJob(job.id, (current) => endOf(current, stop.aborted, clock.now()));
  } catch (error) {
    // What was sent without an answer may have had its effect: it is read now, or told to be open.
    await settleUnknown(job, context).catch(() => undefined);
    const isFurther = (await countSettled(job, context)) > settledBefore;
    const jobs = await journal.readJobs();
    await journal.updateJob(job.id, (current) =>
      current.state === 'running' && !stop.aborted
        ? endAfterFailure(error, { job: current, isFurther, jobs, now: clock.now(), chance: clock.random() })
        : endOf(current, true, clock.now()),
    );
  }
}

/**
 * A job that the user paused stays so, and one that they have already resumed runs on. What they put aside while it
 * waited has a result to be seen.
 */
function endOf({ state }: Job, isStopped: boolean, now: number): Partial<Job> {
  if (state === 'cancelling') return { state: 'cancelled', endedAt: now };
  return state === 'running' && !isStopped
    ? { state: 'finished', problem: undefined, endedAt: now, waits: 0, dismissed: false }
    : { endedAt: now };
}

async function isLeft({ id }: Job, { journal }: RunContext): Promise<boolean> {
  return (await journal.readTallies(id)).some(({ state }) => state !== 'settled');
}

/** Batches count too: records that stand in an earlier one are counted there alone. */
async function countSettled({ id }: Job, { journal }: RunContext): Promise<number> {
  const tallies = await journal.readTallies(id);
  return tallies.reduce((sum, { settled, state }) => sum + settled + Number(state === 'settled'), 0);
}
