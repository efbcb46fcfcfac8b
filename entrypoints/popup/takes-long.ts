import type { JobProgress } from '@/lib/jobs/account/account';

/** Removals from more records than this take a while. */
const many = 1_000;

/** Whether a job's end is a while away, and comes without the user: there is a time at which one that waits goes on. */
export function takesLong({ job, total }: Pick<JobProgress, 'job' | 'total'>): boolean {
  return job.state === 'waiting' ? job.resumeAt !== undefined : job.state === 'running' && total > many;
}
