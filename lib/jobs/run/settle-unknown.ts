import { readTags } from '@/lib/preview/read-tags';
import type { Batch, BatchRecord, Job, Outcome } from '../job';
import { changedTags, isLookAlike } from './outcome';
import { readOptions, type RunContext } from './run-context';

/**
 * Settles the records whose outcome Bigin's answers leave open, by reading their tags as they are now. Reading
 * has no effect, so it is done for a cancelled job too: its account must tell the truth.
 */
export async function settleUnknown(job: Job, context: RunContext): Promise<void> {
  const { journal, client } = context;
  for (const batch of await journal.readBatches(job.id)) {
    const open = batch.records.filter(({ outcome }) => outcome?.kind === 'unknown').map(({ id }) => id);
    if (open.length === 0) continue;
    const found = await readTags(client, job.module, open, readOptions(context));
    const records = batch.records.map((record): BatchRecord => {
      if (record.outcome?.kind !== 'unknown') return record;
      const now = found.get(record.id)?.map((tag) => tag.name);
      return settled(job.kind, batch, record, now);
    });
    const state = records.every(({ outcome }) => outcome) ? 'settled' : 'planned';
    await journal.saveBatches([{ ...batch, records, state }]);
  }
}

/** A call without any answer that had no effect is to be made again; where Bigin answered, it failed. */
function settled(
  kind: Job['kind'],
  batch: Batch,
  record: BatchRecord,
  now: readonly string[] | undefined,
): BatchRecord {
  const outcome = settledOutcome(kind, batch.tagNames, record, now);
  if (batch.state === 'sent' && now && outcome.kind === 'failed') return { id: record.id, tags: [...now] };
  return { ...record, outcome };
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
