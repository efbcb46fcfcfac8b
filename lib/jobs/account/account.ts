import type { RecordId } from '@/lib/bigin/record-id';
import type { Batch, Job } from '../job';

/** What a job has done so far, counted from its batches. */
export interface Account {
  job: Job;
  /** Records that the job is about. */
  total: number;
  /** Records whose outcome is known. */
  settled: number;
  /** Records that a call was made for without any answer: they may have been changed. */
  open: number;
  /** Records that lost (or got back) a tag. */
  changed: number;
  /** The tags that came off (or on). */
  changedTags: string[];
  failed: { id: RecordId; code: string }[];
}

export function accountOf(job: Job, batches: readonly Batch[]): Account {
  const account: Account = { job, total: 0, settled: 0, open: 0, changed: 0, changedTags: [], failed: [] };
  const tags = new Set<string>();
  for (const { id, outcome } of batches.flatMap((batch) => batch.records)) {
    account.total++;
    if (outcome?.kind === 'unknown') account.open++;
    if (!outcome || outcome.kind === 'unknown') continue;
    account.settled++;
    if (outcome.kind === 'failed') account.failed.push({ id, code: outcome.code });
    else if (outcome.changed.length > 0) account.changed++;
    if (outcome.kind === 'done') for (const tag of outcome.changed) tags.add(tag);
  }
  account.changedTags = [...tags];
  return account;
}
