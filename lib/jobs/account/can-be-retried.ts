import { goneCode } from '../gone-code';
import type { Account } from './account';

/** Whether records failed that may not fail again: to those that Bigin has no longer, nothing is left to do. */
export function canBeRetried({ job, failed }: Account): boolean {
  return job.state === 'finished' && !job.undoneBy && failed.some(({ code }) => code !== goneCode);
}
