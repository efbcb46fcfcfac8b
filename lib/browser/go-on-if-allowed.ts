import type { Journal } from '@/lib/jobs/journal/journal';
import type { JobRunner } from '@/lib/jobs/run/job-runner';
import { isMendedByAccess } from '@/lib/problem';
import { requireServers } from './host-access';

/**
 * Has a job go on that has come to wait for hosts, if the browser lets them be reached by now: they may have been
 * allowed after the job looked, and before anybody could see that it waits.
 */
export async function goOnIfAllowed(
  { journal, runner }: { journal: Pick<Journal, 'readJob'>; runner: Pick<JobRunner, 'resumeWaiting'> },
  jobId: string,
): Promise<void> {
  const job = await journal.readJob(jobId);
  if (!job?.problem || !isMendedByAccess(job.problem)) return;
  const isAllowed = await requireServers(job.dataCenter).then(
    () => true,
    () => false,
  );
  if (isAllowed) await runner.resumeWaiting('accessMissing');
}
