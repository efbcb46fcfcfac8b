import { readTags } from '@/lib/preview/read-tags';
import type { BatchRecord, Job, Outcome } from '../job';
import { changedTags, isLookAlike } from './outcome';
import { withRetries } from './retry';
import type { RunContext } from './run-context';

/** Settles the records whose outcome Bigin's answers leave open, by reading their tags as they are now. */
export async function settleUnknown(
  job: Job,
  { journal, client, clock, isCancelled }: RunContext,
): Promise<void> {
  for (const batch of await journal.readBatches(job.id)) {
    const open = batch.records.filter(({ outcome }) => outcome?.kind === 'unknown').map(({ id }) => id);
    if (open.length === 0 || isCancelled()) continue;
    const found = await withRetries(
      () => readTags(client, job.module, open),
      clock,
      () => !isCancelled(),
    );
    const records = batch.records.map((record): BatchRecord => {
      if (record.outcome?.kind !== 'unknown') return record;
      const now = found.get(record.id)?.map((tag) => tag.name);
      return { ...record, outcome: settledOutcome(job.kind, batch.tagNames, record, now) };
    });
    await journal.saveBatches([{ ...batch, records }]);
  }
}

function settledOutcome(
  kind: Job['kind'],
  tagNames: readonly string[],
  record: BatchRecord,
  now: readonly string[] | undefined,
): Outcome {
  if (!now) return { kind: 'failed', code: 'INVALID_DATA' };
  const has = (tag: string) => now.includes(tag);
  const asWanted = kind === 'removal' ? !tagNames.some(has) : tagNames.every(has);
  if (!asWanted) return { kind: 'failed', code: 'NOT_CHANGED' };
  const lookAlikes = kind === 'removal' ? record.tags.filter((tag) => isLookAlike(tag, tagNames)) : [];
  const gone = lookAlikes.filter((tag) => !has(tag));
  return { kind: 'done', changed: [...changedTags(kind, tagNames, record.tags), ...gone] };
}
