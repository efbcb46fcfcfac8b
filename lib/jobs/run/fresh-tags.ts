import { recordsPerCall } from '@/lib/bigin/endpoints/record-tags';
import type { RecordId } from '@/lib/bigin/record-id';
import { freshFor } from '@/lib/preview/fresh-for';
import { readTags } from '@/lib/preview/read-tags';
import type { Batch, BatchRecord, Job } from '../job';
import { failure, type Change } from './outcome';
import { readOptions, type RunContext } from './run-context';
import { goneCode } from './settle-unknown';

/** Batches whose records are read together: a multiple of what a call reads, so that no call is half empty. */
const batchesAtOnce = 20;

/** Whether the tags of a batch that is still to be sent must be read anew. */
export function isStale({ readAt }: Pick<Batch, 'readAt'>, changedAt: number, now: number): boolean {
  return readAt <= changedAt || now - readAt > freshFor;
}

/**
 * Reads the tags of planned batches that are stale, since others may have changed them meanwhile: the account and
 * the undo rest on what was really there. So few that one call reads them are read in any case. Records that have
 * nothing to change (any more) are done and cost no change; those that are gone have failed.
 */
export async function refreshStale(
  job: Job,
  indexes: readonly number[],
  changedAt: number,
  context: RunContext,
): Promise<void> {
  if (!readsMany(context)) return;
  for (let start = 0; start < indexes.length && !context.stop.aborted; start += batchesAtOnce) {
    const some = indexes.slice(start, start + batchesAtOnce);
    const batches = await Promise.all(some.map((index) => context.journal.readBatch(job.id, index)));
    const now = context.clock.now();
    const isCheap = indexes.length === batches.length && isOneCall(batches, context);
    const stale = batches.filter((batch) => isCheap || isStale(batch, changedAt, now));
    await refreshAll(job, stale, context);
  }
}

/** Most calls that reading a batch may take before anything of it is sent. */
const readingCalls = 50;

/** Most records in a stale batch: where reading is dear, what has been read is to be of use before it grows old. */
export function mostToRefresh(context: RunContext): number {
  return readingCalls * perCall(context);
}

/** Where each record takes a call of its own, batch after batch is read and sent. */
function readsMany(context: RunContext): boolean {
  return perCall(context) > 1;
}

function perCall({ calls }: RunContext): number {
  return recordsPerCall(calls.lessons.known.reader);
}

function isOneCall(batches: readonly Batch[], context: RunContext): boolean {
  const count = batches.reduce((sum, { records }) => sum + records.length, 0);
  return count <= perCall(context);
}

/** The same for one batch: as it is stored then, which is as it was where the job was stopped. */
export async function refresh(job: Job, batch: Batch, context: RunContext): Promise<Batch> {
  const [refreshed] = await refreshAll(job, [batch], context);
  return refreshed ?? batch;
}

async function refreshAll(job: Job, batches: readonly Batch[], context: RunContext): Promise<Batch[]> {
  const { journal, calls, clock, stop } = context;
  const readAt = clock.now();
  if (batches.length === 0) return [];
  const unsettled = batches.flatMap(({ records }) => records).filter(({ outcome }) => !outcome);
  const ids = [...new Set(unsettled.map(({ id }) => id))];
  const found = await readTags(calls.client, job.module, ids, readOptions(context, stop));
  if (stop.aborted) return [...batches];
  const read = batches.map((batch): Batch => {
    const change = { kind: job.kind, tagNames: batch.tagNames };
    const records = batch.records.map((record) => withTags(change, record, tagsOf(found, record.id)));
    return { ...batch, readAt, records };
  });
  await journal.saveBatches(read);
  return read;
}

function withTags(change: Change, record: BatchRecord, tags: string[] | undefined): BatchRecord {
  if (record.outcome) return record;
  if (!tags) return { ...record, outcome: failure(goneCode) };
  if (needsChange(change, tags)) return { ...record, tags };
  return { ...record, tags, outcome: { kind: 'done', changed: [] }, after: tags };
}

function tagsOf(found: Awaited<ReturnType<typeof readTags>>, id: RecordId): string[] | undefined {
  return found.get(id)?.map(({ name }) => name);
}

function needsChange({ kind, tagNames }: Change, tags: readonly string[]): boolean {
  return kind === 'removal'
    ? tags.some((tag) => tagNames.includes(tag))
    : tagNames.some((name) => !tags.includes(name));
}
