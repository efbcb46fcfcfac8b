import type { Batch, Job } from '../job';
import type { Tally } from '../journal/tally';
import type { Account, JobProgress } from './account';
import { recordAccounts } from './record-accounts';

/** How far a job is, from what its batches add up to. */
export function progressOf(job: Job, tallies: readonly Tally[]): JobProgress {
  const progress: JobProgress = { job, total: 0, settled: 0, open: 0, changed: 0 };
  for (const { total, settled, open, changed } of tallies) {
    progress.total += total;
    progress.settled += settled;
    progress.open += open;
    progress.changed += changed;
  }
  return progress;
}

/** The account of a job, record by record, from its batches. */
export function accountOf(job: Job, batches: readonly Batch[]): Account {
  const account: Account = {
    job,
    total: 0,
    settled: 0,
    open: 0,
    changed: 0,
    changedTags: [],
    idle: 0,
    failed: [],
  };
  const tags = new Set<string>();
  for (const { id, outcome, changed, code } of recordAccounts(batches)) {
    account.total++;
    for (const tag of changed) tags.add(tag);
    if (changed.length > 0) account.changed++;
    if (outcome === 'unknown') account.open++;
    if (outcome === 'failed') account.failed.push({ id, code });
    if (outcome === 'idle') account.idle++;
    if (outcome !== 'unknown' && outcome !== 'untouched') account.settled++;
  }
  account.changedTags = [...tags];
  return account;
}
