import { readTags } from '@/lib/preview/read-tags';
import type { Batch, BatchRecord, Job } from '../job';
import { readOptions, type RunContext } from './run-context';

/**
 * Reads the records' tags just before they are sent, since others may have changed them after the preview: the
 * account and the undo rest on what was really there. Records that have nothing to change (any more) are done
 * and cost no call. The tags are stored with the job, so that a resumed job does not read its own work.
 */
export async function readCurrentTags(
  job: Job,
  batches: readonly Batch[],
  context: RunContext,
): Promise<Batch[]> {
  const { journal, client, clock, isCancelled } = context;
  if (job.tagsReadAt !== undefined) return [...batches];
  const unsent = batches.filter(({ state }) => state === 'planned').flatMap(({ records }) => records);
  const ids = unsent.filter(({ outcome }) => !outcome).map(({ id }) => id);
  const found = await readTags(client, job.module, ids, {
    ...readOptions(context),
    goOn: () => !isCancelled(),
  });
  if (isCancelled()) return [...batches];
  const read = batches.map((batch) => ({
    ...batch,
    records: batch.records.map((record): BatchRecord => {
      const tags = found.get(record.id)?.map((tag) => tag.name);
      // A record that is gone is sent all the same: Bigin's own word on it goes into the account.
      if (!tags || record.outcome || batch.state !== 'planned') return record;
      const idle = !needsChange(job.kind, batch.tagNames, tags);
      return { ...record, tags, ...(idle && { outcome: { kind: 'done', changed: [] } }) };
    }),
  }));
  await journal.saveBatches(read, { tagsReadAt: clock.now() });
  return read;
}

function needsChange(kind: Job['kind'], tagNames: readonly string[], tags: readonly string[]): boolean {
  return kind === 'removal'
    ? tags.some((tag) => tagNames.includes(tag))
    : tagNames.some((name) => !tags.includes(name));
}
