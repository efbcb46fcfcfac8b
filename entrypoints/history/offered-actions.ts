import { isUnderWay, isUnfinished, type Job } from '@/lib/jobs/job';
import type { JobCounts } from './job-counts';

/** What may be done with a job as a whole. */
export type JobAction =
  | 'undoJob'
  | 'retryFailed'
  | 'continueJob'
  | 'pauseJob'
  | 'cancelJob'
  | 'export'
  | 'deleteJob';

/** The actions that make sense for a job as it stands, in the order in which they are offered. */
export function offeredActions(job: Job, { changed, open, isRetriable }: JobCounts): JobAction[] {
  const isOver = !isUnfinished(job);
  const isUndone = job.undoneBy !== undefined;
  const offers: Record<JobAction, boolean> = {
    undoJob: job.kind === 'removal' && changed + open > 0 && !isUndone && isOver,
    retryFailed: job.state === 'finished' && isRetriable && !isUndone,
    continueJob: ['stopped', 'cancelled', 'paused', 'waiting'].includes(job.state) && !isUndone,
    pauseJob: job.state === 'running',
    cancelJob: !isOver && job.state !== 'cancelling',
    export: !isUnderWay(job),
    deleteJob: isOver,
  };
  return (Object.keys(offers) as JobAction[]).filter((action) => offers[action]);
}
