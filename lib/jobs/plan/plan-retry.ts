import { ProblemError } from '@/lib/problem';
import type { Batch, BatchRecord, Job } from '../job';
import { cutBatches, indexAfter, type BatchLimits } from './batches';

/**
 * The job's batches with its failed records taken out of the old ones and put into new ones, to be tried again.
 * Throws a `ProblemError` where none failed.
 */
export function planRetry(job: Job, batches: readonly Batch[], limits?: BatchLimits): Batch[] {
  const kept: Batch[] = [];
  const groups = new Map<string, { tagNames: string[]; records: BatchRecord[] }>();
  for (const batch of batches) {
    kept.push({ ...batch, records: batch.records.filter(({ outcome }) => outcome?.kind !== 'failed') });
    const key = JSON.stringify(batch.tagNames);
    const group = groups.get(key) ?? { tagNames: batch.tagNames, records: [] };
    for (const { id, tags, again, earlier, outcome } of batch.records) {
      const record = { id, tags, ...(again && { again }), ...(earlier && { earlier }) };
      if (outcome?.kind === 'failed') group.records.push(record);
    }
    groups.set(key, group);
  }
  const retried: Batch[] = [];
  let firstIndex = indexAfter(batches);
  let wave = Math.max(0, ...batches.map((batch) => batch.wave));
  for (const { tagNames, records } of groups.values()) {
    // A record may have failed for several tags: each tag's calls have a wave of their own.
    wave++;
    const cut = cutBatches(job, tagNames, records, { firstIndex, wave, ...(limits && { limits }) });
    firstIndex += cut.length;
    retried.push(...cut);
  }
  if (retried.length === 0) throw new ProblemError('nothingToRetry');
  return [...kept, ...retried];
}
