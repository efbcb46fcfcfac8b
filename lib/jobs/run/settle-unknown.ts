import { tagReaders } from '@/lib/bigin/endpoints/record-tags';
import type { RecordId } from '@/lib/bigin/record-id';
import type { Lessons } from '@/lib/learnt/learnt';
import { readTags } from '@/lib/preview/read-tags';
import { goneCode } from '../gone-code';
import type { Batch, BatchRecord, Job, Outcome } from '../job';
import { changedTags, failure, lookAlikesOf, outcomeOf, type Change } from './outcome';
import { readOptions, type RunContext } from './run-context';

/**
 * Settles the records whose outcome Bigin's answers leave open. As few as a single call takes are read first: once
 * they show what the answers of this account mean, many of the others need no reading.
 */
export async function settleUnknown(job: Job, context: RunContext): Promise<void> {
  const { journal, calls } = context;
  const [mostAtOnce] = tagReaders;
  for (let limit = mostAtOnce?.limit ?? 1; ; limit = Number.POSITIVE_INFINITY) {
    const open = await openBatches(job, context);
    const records = open.flatMap((batch) => batch.records.filter(isOpen));
    if (records.length === 0) return;
    const ids = [...new Set(records.map(({ id }) => id))].slice(0, limit);
    const readAt = context.clock.now();
    const found = await readTags(calls.client, job.module, ids, readOptions(context));
    const read = new Map(ids.map((id) => [id, found.get(id)?.map(({ name }) => name)]));
    const settled = open.map((batch) => settleBatch(job, batch, read, readAt, calls.lessons));
    await journal.saveBatches(settled);
  }
}

async function openBatches(job: Job, { journal }: RunContext): Promise<Batch[]> {
  const open = (await journal.readTallies(job.id)).filter((tally) => tally.isOpen);
  return Promise.all(open.map(({ index }) => journal.readBatch(job.id, index)));
}

type Unknown = Extract<Outcome, { kind: 'unknown' }>;

const isOpen = ({ outcome }: BatchRecord) => outcome?.kind === 'unknown';

/** `read`: the tags that each record has now, of those that were read; none where it is gone. */
function settleBatch(
  { kind }: Job,
  batch: Batch,
  read: ReadonlyMap<RecordId, string[] | undefined>,
  readAt: number,
  lessons: Lessons,
): Batch {
  const change: Change = { kind, tagNames: batch.tagNames };
  for (const record of batch.records) {
    if (isOpen(record) && read.has(record.id)) learnFrom(change, record, read.get(record.id), lessons);
  }
  const records = batch.records.map((record): BatchRecord => {
    if (record.outcome?.kind !== 'unknown') return record;
    if (!read.has(record.id)) return withoutReading(change, record, record.outcome, lessons);
    const now = read.get(record.id);
    const outcome = settledOutcome(change, record, record.outcome, now);
    // A call without any answer that had no effect is to be made again; where Bigin answered, it failed.
    const earlier = outcome.kind === 'failed' ? changesSeen(change, record, now) : {};
    if (batch.state !== 'sent' || !now || outcome.kind !== 'failed') {
      return { ...record, outcome, ...earlier, ...(now && { after: now }) };
    }
    const { outcome: _, ...rest } = record;
    return { ...rest, ...earlier, tags: now };
  });
  if (records.some(isOpen)) return { ...batch, records };
  const isDone = records.every(({ outcome }) => outcome);
  return isDone ? { ...batch, records, state: 'settled' } : { ...batch, records, state: 'planned', readAt };
}

function settledOutcome(
  change: Change,
  record: BatchRecord,
  { refused }: Unknown,
  now: readonly string[] | undefined,
): Outcome {
  if (!now) return failure(goneCode);
  const has = (tag: string) => now.includes(tag);
  const { kind, tagNames } = change;
  const { earlier = [], tags } = record;
  const isWanted = (tag: string) => !tags.includes(tag) && !earlier.includes(tag);
  // One tag that is back shows that the call was made; one that is not has been taken off by others since.
  const asWanted =
    kind === 'removal' ? !tagNames.some(has) : tagNames.every(has) || tagNames.filter(isWanted).some(has);
  if (!asWanted) return failure(refused?.code ?? 'NOT_CHANGED', refused?.message);
  const gone = lookAlikesOf(change, record).filter((tag) => !has(tag));
  const changed = changedTags(change, tags).filter((tag) => kind === 'removal' || has(tag));
  return { kind: 'done', changed: [...changed, ...gone] };
}

/** What a call did of all that it should: others may have put a tag back since, and what came off is still to be told. */
function changesSeen(
  change: Change,
  { tags, earlier = [] }: BatchRecord,
  now: readonly string[] | undefined,
): Pick<BatchRecord, 'earlier'> {
  if (!now || change.kind === 'undo') return {};
  const seen = changedTags(change, tags).filter((tag) => !now.includes(tag));
  return seen.length + earlier.length > 0 ? { earlier: [...new Set([...earlier, ...seen])] } : {};
}

/** An answer that was in doubt may be clear by what others have shown meanwhile. */
function withoutReading(
  change: Change,
  record: BatchRecord,
  { told }: Unknown,
  { known }: Lessons,
): BatchRecord {
  if (!told) return record;
  const answer = {
    id: record.id,
    status: 'success',
    code: 'SUCCESS',
    message: undefined,
    tags: told,
  } as const;
  const outcome = outcomeOf(change, record, answer, known);
  return { ...record, outcome };
}

/** What a record that had to be read shows of the way this account answers. */
function learnFrom(
  change: Change,
  record: BatchRecord,
  now: readonly string[] | undefined,
  lessons: Lessons,
): void {
  const isGone = now && change.kind === 'removal' && change.tagNames.every((name) => !now.includes(name));
  if (!isGone || record.outcome?.kind !== 'unknown') return;
  const { detailsTags, caseCounts } = lessons.known;
  const { told = [] } = record.outcome;
  if (detailsTags === undefined && change.tagNames.some((name) => told.includes(name))) {
    lessons.learn({ detailsTags: 'other' });
  }
  const lookAlikes = lookAlikesOf(change, record);
  if (caseCounts === undefined && lookAlikes.length > 0) {
    lessons.learn({ caseCounts: lookAlikes.every((tag) => now.includes(tag)) });
  }
}
