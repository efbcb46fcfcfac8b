import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { canBeRetried } from '@/lib/jobs/account/can-be-retried';
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
  /** Whether a retry may change any of those that failed. */
  isRetriable: boolean;
}

/**
 * From what the job's batches add up to; batches are read only where that does not tell all: their sums do not
 * hold what a later wave did to records of an earlier one, nor why records failed, and jobs of earlier versions have none.
 */
export async function countJob(
  job: Job,
  tallies: readonly Tally[],
  readBatches: () => Promise<readonly Batch[]>,
): Promise<JobCounts> {
  const isOneWave = tallies.length > 0 && tallies.every(({ wave }) => wave === 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  if ((isOneWave && failed === 0) || isUnderWay(job)) {
    return numbersOf({ ...progressOf(job, tallies), failed, isRetriable: false });
  }
  const account = accountOf(job, await readBatches());
  return numbersOf({ ...account, failed: account.failed.length, isRetriable: canBeRetried(account) });
}

function numbersOf({ total, settled, open, changed, failed, isRetriable }: JobCounts): JobCounts {
  return { total, settled, open, changed, failed, isRetriable };
}
