import { changeTags, type RecordAnswer } from '@/lib/bigin/endpoints/change-tags';
import { NotSentError } from '@/lib/bigin/errors/not-sent-error';
import type { RecordId } from '@/lib/bigin/record-id';
import { changeMayPass, withRetries } from '@/lib/calls/retry';
import type { Batch, BatchRecord, Job } from '../job';
import { actionOf } from '../plan/batches';
import { outcomeOf, showsTagsAfter, tagsAfter, type Change } from './outcome';
import { isAboutRecord, isRefusal, isTooLarge } from './refusal';
import type { RunContext } from './run-context';

/** The call was refused, but an earlier attempt at it may have had its effect: only reading tells. */
export class InDoubtError extends Error {
  override readonly name = 'InDoubtError';
}

/**
 * Makes the call of a batch, and records what became of each record. It is written ahead that the batch was sent:
 * should the answer never come, its records are known to be open. Throws the call's error; where nothing can have
 * been done, the batch is stored as it was.
 */
export async function sendBatch(job: Job, batch: Batch, context: RunContext): Promise<void> {
  const { journal, calls, clock, stop } = context;
  const ids = batch.records.filter(({ outcome }) => !outcome).map(({ id }) => id);
  const change = { action: actionOf(job), module: job.module, ids, tagNames: batch.tagNames };
  let isWritten = false;
  let mayHaveHadEffect = false;
  const call = async (onArrived: () => void) => {
    if (stop.aborted) throw new NotSentError();
    if (!isWritten) await journal.markSent(batch);
    isWritten = true;
    if (stop.aborted) throw new NotSentError();
    return changeTags(calls, change, { stop, onArrived }).catch((error: unknown) => {
      mayHaveHadEffect ||= !isRefusal(error);
      throw error;
    });
  };
  const answers = await withRetries(call, {
    clock,
    pace: calls.pace,
    mayPass: changeMayPass,
    signal: stop,
  }).catch(async (error: unknown) => {
    if (isWritten && !mayHaveHadEffect) await journal.saveBatches([batch]);
    throw mayHaveHadEffect && (isTooLarge(error) || isAboutRecord(error)) ? new InDoubtError() : error;
  });
  const answered = asAnswered(job, batch, answers, context);
  await journal.saveBatches([mayHaveHadEffect ? withRefusalsInDoubt(answered, batch) : answered]);
}

function asAnswered(
  { kind }: Job,
  batch: Batch,
  answers: ReadonlyMap<RecordId, RecordAnswer>,
  { calls: { lessons } }: RunContext,
): Batch {
  const change: Change = { kind, tagNames: batch.tagNames };
  const isLesson = (record: BatchRecord) => {
    const answer = answers.get(record.id);
    return answer !== undefined && showsTagsAfter(change, record, answer);
  };
  if (lessons.known.detailsTags === undefined && batch.records.some(isLesson)) {
    lessons.learn({ detailsTags: 'after' });
  }
  const records = batch.records.map((record): BatchRecord => {
    if (record.outcome) return record;
    const answer = answers.get(record.id);
    const after = tagsAfter(answer, lessons.known);
    const outcome = outcomeOf(change, record, answer, lessons.known);
    return { ...record, outcome, ...(after && { after }) };
  });
  return { ...batch, state: 'settled', records };
}

/** A record that was refused now may have been changed by an earlier attempt. */
function withRefusalsInDoubt(answered: Batch, before: Batch): Batch {
  const records = answered.records.map((record, index): BatchRecord => {
    const { outcome } = record;
    if (before.records[index]?.outcome || outcome?.kind !== 'failed') return record;
    const { code, message } = outcome;
    return { ...record, outcome: { kind: 'unknown', refused: { code, ...(message && { message }) } } };
  });
  return { ...answered, records };
}
