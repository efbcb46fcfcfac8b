import type { Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import type { JobRunner } from '@/lib/jobs/run/job-runner';
import { findConnection } from '@/lib/oauth/connection-store';
import { isMendedByAccess } from '@/lib/problem';
import { requireServers } from './host-access';

/** What it needs of them. */
interface Jobs {
  journal: Pick<Journal, 'unfinishedJobs'>;
  runner: Pick<JobRunner, 'resume'>;
}

/**
 * Has jobs go on that wait for hosts which the browser lets be reached by now, or for a sign-in that there is by now:
 * the user may have seen to it after a job looked, and before anybody could see that it waits.
 */
export async function goOnWhereMended({ journal, runner }: Jobs): Promise<void> {
  for (const job of await journal.unfinishedJobs()) if (await isMended(job)) await runner.resume(job);
}

async function isMended({ problem, dataCenter, connectionId }: Job): Promise<boolean> {
  if (problem?.code === 'signInNeeded') return (await findConnection(connectionId))?.signInNeeded === false;
  return (
    problem !== undefined &&
    isMendedByAccess(problem) &&
    requireServers(dataCenter).then(
      () => true,
      () => false,
    )
  );
}
