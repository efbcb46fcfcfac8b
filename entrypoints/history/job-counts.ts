import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { isUnderWay, type Batch, type Job } from '@/lib/jobs/job';
import type { Tally } from '@/lib/jobs/journal/tally';

/** The records of a job in numbers. */
export interface JobCounts {
  total: number;
  /** Records whose outcome is known. */
  settled: number;
  /** Records that a call was made for without any answer. */
  open: number;
  changed: number;
  failed: number;
}

/**
 * From what the job's batches add up to; batches are read only where that does not tell all: their sums do not
 * hold what a later wave did to records of an earlier one, and jobs of earlier versions have none.
 */
export async function countJob(
  job: Job,
  tallies: readonly Tally[],
  readBatches: () => Promise<readonly Batch[]>,
): Promise<JobCounts> {
  const isOneWave = tallies.length > 0 && tallies.every(({ wave }) => wave === 0);
  if (!isOneWave && !isUnderWay(job)) {
    const { failed, ...account } = accountOf(job, await readBatches());
    return numbersOf({ ...account, failed: failed.length });
  }
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return numbersOf({ ...progressOf(job, tallies), failed });
}

function numbersOf({ total, settled, open, changed, failed }: JobCounts): JobCounts {
  return { total, settled, open, changed, failed };
}
