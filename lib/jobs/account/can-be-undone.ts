import { isUnfinished } from '../job';
import type { Account } from './account';

/** Whether a job has taken something off that can be given back. */
export function canBeUndone({ job, changed, open }: Account): boolean {
  return job.kind === 'removal' && changed + open > 0 && !job.undoneBy && !isUnfinished(job);
}
