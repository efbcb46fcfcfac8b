import type * as z from '@/lib/zod';
import type { batchSchema, jobSchema, outcomeSchema } from './job-schema';

/** One removal of tags, or the undo of one. What became of each record is in its batches. */
export type Job = z.infer<typeof jobSchema>;

export type Outcome = z.infer<typeof outcomeSchema>;

/** The records of one call of a job, and what became of each. */
export type Batch = z.infer<typeof batchSchema>;

export type BatchRecord = Batch['records'][number];

/** Whether the job is not over: it runs, or goes on later. */
export function isUnfinished({ state }: Pick<Job, 'state'>): boolean {
  return state === 'paused' || state === 'waiting' || isUnderWay({ state });
}

/** Whether calls may be under way for the job. */
export function isUnderWay({ state }: Pick<Job, 'state'>): boolean {
  return state === 'running' || state === 'cancelling';
}
