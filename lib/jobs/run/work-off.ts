import { NotSentError } from '@/lib/bigin/errors/not-sent-error';
import type { Batch, Job } from '../job';
import type { BatchSize } from './batch-size';
import { isStale, mostToRefresh, refresh } from './fresh-tags';
import { isAboutRecord, isTooLarge } from './refusal';
import type { RunContext } from './run-context';
import { InDoubtError, sendBatch } from './send-batch';
import type { Suspects } from './suspects';

/** What the lanes of a run share. */
export interface Line {
  job: Job;
  context: RunContext;
  /** Tags that were read by then are not trusted, in milliseconds since 1970. */
  changedAt: number;
  /** Has nothing more sent. */
  halt: () => void;
  /** Indexes of the batches that are still to be sent. */
  queue: number[];
  nextIndex: number;
  size: BatchSize;
  suspects: Suspects;
  /** A call was refused that may have had its effect before. */
  isInDoubt: boolean;
}

/**
 * Sends the batches of the queue, several at once. Once the run is stopped, or a call fails for a reason that would
 * meet every other, nothing more is sent, and the calls under way are waited for; then what the first such call
 * threw is thrown.
 */
export async function workOff(line: Line): Promise<void> {
  const { lanes, stop } = line.context;
  const lane = async () => {
    while (!stop.aborted) {
      const index = line.queue.shift();
      if (index === undefined) return;
      await workOn(index, line);
    }
  };
  // In the order in which they were thrown: a lane may throw for no other reason than that one before it did.
  const errors: unknown[] = [];
  const all = Array.from({ length: Math.min(lanes, line.queue.length) }, () =>
    lane().catch((error: unknown) => {
      errors.push(error);
      line.halt();
    }),
  );
  await Promise.all(all);
  if (errors.length > 0) throw errors[0];
}

async function workOn(index: number, line: Line): Promise<void> {
  const { job, context, size } = line;
  const { journal, clock, stop } = context;
  const stored = await journal.readBatch(job.id, index);
  if (stored.state !== 'planned') return undefined;
  const mustRead = isStale(stored, line.changedAt, clock.now());
  const most = mustRead ? Math.min(size.most, mostToRefresh(job, context)) : size.most;
  if (stored.records.length > most) return split(stored, most, line);
  const batch = mustRead ? await refresh(job, stored, context) : stored;
  if (batch.records.every(({ outcome }) => outcome)) {
    return journal.saveBatches([{ ...batch, state: 'settled' }]);
  }
  await size.turn();
  if (stop.aborted) return size.undecided();
  if (batch.records.length > size.most) {
    size.undecided();
    return split(batch, size.most, line);
  }
  try {
    await sendBatch(job, batch, context);
  } catch (error) {
    return recover(error, batch, line);
  }
  size.accepted(batch.records.length);
  return line.suspects.contrast();
}

/** What is done about a call that failed; throws the error where it would meet every other call. */
async function recover(error: unknown, batch: Batch, line: Line): Promise<void> {
  const count = batch.records.length;
  const middle = Math.ceil(count / 2);
  if (isTooLarge(error) && count > 1) {
    line.size.refused(count);
    return split(batch, middle, line);
  }
  line.size.undecided();
  line.isInDoubt ||= error instanceof InDoubtError;
  if (error instanceof NotSentError || error instanceof InDoubtError) return undefined;
  if (!isAboutRecord(error)) throw error;
  if (line.context.stop.aborted) return undefined;
  return count === 1 ? line.suspects.add(batch, error) : split(batch, middle, line);
}

/** Cuts a batch into parts of so many records, which come next; the first keeps its index. */
async function split(batch: Batch, size: number, line: Line): Promise<void> {
  const parts: Batch[] = [];
  for (let start = 0; start < batch.records.length; start += size) {
    const index = start === 0 ? batch.index : line.nextIndex++;
    const records = batch.records.slice(start, start + size);
    parts.push({ ...batch, index, state: 'planned', records });
  }
  await line.context.journal.saveBatches(parts);
  line.queue.unshift(...parts.map(({ index }) => index));
}
