import type { Journal } from '@/lib/jobs/journal/journal';
import type { JobRunner } from '@/lib/jobs/run/job-runner';
import { findConnection } from '@/lib/oauth/connection-store';
import { isMendedByAccess } from '@/lib/problem';
import { requireServers } from './host-access';

/** What it needs of them. */
interface Jobs {
  journal: Pick<Journal, 'unfinishedJobs'>;
  runner: Pick<JobRunner, 'resumeWaiting' | 'continueSignedIn'>;
}

/**
 * Has jobs go on that wait for hosts which the browser lets be reached by now, or for a sign-in that there is by now:
 * the user may have seen to it after a job looked, and before anybody could see that it waits.
 */
export async function goOnWhereMended({ journal, runner }: Jobs): Promise<void> {
  for (const { problem, dataCenter, connectionId } of await journal.unfinishedJobs()) {
    if (problem?.code === 'signInNeeded') {
      const connection = await findConnection(connectionId);
      if (connection && !connection.signInNeeded) await runner.continueSignedIn(connectionId);
    } else if (problem && isMendedByAccess(problem)) {
      const isAllowed = await requireServers(dataCenter).then(
        () => true,
        () => false,
      );
      if (isAllowed) await runner.resumeWaiting('accessMissing');
    }
  }
}
