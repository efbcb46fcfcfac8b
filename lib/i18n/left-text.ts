import type { Account } from '@/lib/jobs/account/account';
import { translate } from './translate';

/** How many records a job that did not finish has left as they were; nothing where it has left none. */
export function leftText({ job, settled, open, total }: Account): string | undefined {
  const count = total - settled - open;
  if (job.state === 'finished' || count === 0) return undefined;
  return translate(job.state === 'stopped' ? 'result.left' : 'result.cancelled', { count });
}
