import { ProblemError } from '@/lib/problem';
import type { Batch, BatchRecord, Job } from '../job';
import { cutBatches, indexAfter } from './batches';

/**
 * The job's batches with its failed records taken out of the old ones and put into new ones, to be tried again.
 * Throws a `ProblemError` where none failed.
 */
export function planRetry(job: Job, batches: readonly Batch[]): Batch[] {
  const kept: Batch[] = [];
  const groups = new Map<string, { tagNames: string[]; records: BatchRecord[] }>();
  for (const batch of batches) {
    kept.push({ ...batch, records: batch.records.filter(({ outcome }) => outcome?.kind !== 'failed') });
    const key = JSON.stringify(batch.tagNames);
    const group = groups.get(key) ?? { tagNames: batch.tagNames, records: [] };
    for (const { id, tags, outcome } of batch.records)
      if (outcome?.kind === 'failed') group.records.push({ id, tags });
    groups.set(key, group);
  }
  const again: Batch[] = [];
  let firstIndex = indexAfter(batches);
  for (const { tagNames, records } of groups.values()) {
    const cut = cutBatches(job, tagNames, records, { firstIndex });
    firstIndex += cut.length;
    again.push(...cut);
  }
  if (again.length === 0) throw new ProblemError('nothingToRetry');
  return [...kept, ...again];
}
