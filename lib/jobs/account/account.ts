import type { RecordId } from '@/lib/bigin/record-id';
import type { Job } from '../job';

/** How far a job is. */
export interface JobProgress {
  job: Job;
  /** Records that the job is about. */
  total: number;
  /** Records whose outcome is known. */
  settled: number;
  /** Records that a call was made for without any answer: they may have been changed. */
  open: number;
  /** Records that lost (or got back) a tag. */
  changed: number;
}

/** What a job has done so far. */
export interface Account extends JobProgress {
  /** The tags that came off (or on). */
  changedTags: string[];
  /** Records that had nothing to change (any more). */
  idle: number;
  failed: { id: RecordId; code: string }[];
}

/** Whether a job's records were counted one by one, as is done once it is over. */
export function isAccount(progress: JobProgress): progress is Account {
  return 'failed' in progress;
}
