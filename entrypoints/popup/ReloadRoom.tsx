import type { Job } from '@/lib/jobs/job';
import { ReloadNotice } from './ReloadNotice';

/**
 * Where the offer to reload the page is about to come: after a job that has just ended before the user's eyes. Of an
 * older one the page was most likely loaded anew since.
 */
export function ReloadRoom({ job }: { job: Job }) {
  return (job.endedAt ?? 0) >= performance.timeOrigin && <ReloadNotice />;
}
