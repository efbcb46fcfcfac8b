import { recordsPerCall } from '@/lib/bigin/endpoints/reading-limits';
import type { RecordId } from '@/lib/bigin/record-id';
import { freshFor } from '@/lib/preview/fresh-for';
import { readTags } from '@/lib/preview/read-tags';
import { goneCode } from '../gone-code';
import type { Batch, BatchRecord, Job } from '../job';
import type { Tally } from '../journal/tally';
import { failure, type Change } from './outcome';
import { readOptions, type RunContext } from './run-context';

/** Batches whose records are read together: a multiple of what a call reads, so that no call is half empty. */
export const batchesAtOnce = 20;

/** Whether the tags of a batch that is still to be sent must be read anew. */
export function isStale({ readAt }: Pick<Batch, 'readAt'>, changedAt: number, now: number): boolean {
  return readAt <= changedAt || now - readAt > freshFor;
}

/**
 * Reads the tags of planned batches, since others may have changed them meanwhile: the account and the undo rest on
 * what was really there. Records that have nothing to change (any more) are done and cost no change; those that are
 * gone have failed.
 */
export async function refreshGroup(job: Job, group: readonly Tally[], context: RunContext): Promise<void> {
  const batches = await Promise.all(group.map(({ index }) => context.journal.readBatch(job.id, index)));
  await refreshAll(job, batches, context);
}

/** So few records that one call reads them all are read in any case. */
export function isOneCall(job: Job, planned: readonly Tally[], context: RunContext): boolean {
  const count = planned.reduce((sum, { records }) => sum + records, 0);
  return readsMany(job, context) && count <= perCall(job, context);
}

/** Most calls that reading a batch may take before anything of it is sent. */
const readingCalls = 50;

/** Most records in a stale batch: where reading is dear, what has been read is to be of use before it grows old. */
export function mostToRefresh(job: Job, context: RunContext): number {
  return readingCalls * perCall(job, context);
}

/** Where each record takes a call of its own, batch after batch is read and sent. */
export function readsMany(job: Job, context: RunContext): boolean {
  return perCall(job, context) > 1;
}

function perCall({ module }: Job, { calls }: RunContext): number {
  return recordsPerCall(calls.lessons.known.readers?.[module]);
}

/** Those of the records that Bigin does not have any more. */
export async function findGone(
  { module }: Job,
  ids: readonly RecordId[],
  context: RunContext,
): Promise<ReadonlySet<RecordId>> {
  const found = await readTags(context.calls.client, module, ids, readOptions(context));
  return new Set(ids.filter((id) => !found.has(id)));
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
