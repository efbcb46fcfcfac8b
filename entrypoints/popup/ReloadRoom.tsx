import type { Job } from '@/lib/jobs/job';
import { ReloadNotice } from './ReloadNotice';

/** A minute, in milliseconds. */
const lately = 60_000;

/**
 * Where the offer to reload the page is about to come: after a job that has ended before the user's eyes, or just before
 * they came. Since an older one, the page may well have been loaded anew.
 */
export function ReloadRoom({ job }: { job: Job }) {
  return (job.endedAt ?? 0) > performance.timeOrigin - lately && <ReloadNotice />;
}
