import { NotSentError } from '@/lib/bigin/errors/not-sent-error';
import type { Batch, Job } from '../job';
import { indexAfter } from '../plan/batches';
import { BatchSize } from './batch-size';
import type { Tally } from '../journal/tally';
import {
  batchesAtOnce,
  isOneCall,
  isStale,
  mostToRefresh,
  readsMany,
  refresh,
  refreshGroup,
  findGone,
} from './fresh-tags';
import { isAboutRecord, isTooLarge } from './refusal';
import type { RunContext } from './run-context';
import { InDoubtError, sendBatch } from './send-batch';
import { Suspects } from './suspects';

/**
 * Sends the batches that are planned, several at once, wave after wave. A batch that is refused for its size is
 * halved; one that is refused for a record is bisected until the record is found. Once the user stops, or a call
 * fails for a reason that would meet every other, nothing more is sent, and the calls under way are waited for.
 * Throws what the first such call threw.
 */
export async function runBatches(job: Job, context: RunContext): Promise<void> {
  const tallies = await context.journal.readTallies(job.id);
  const planned = tallies.filter(({ state }) => state === 'planned');
  const halt = new AbortController();
  const line: Line = {
    job,
    context: { ...context, stop: AbortSignal.any([context.stop, halt.signal]) },
    // While the job stood still, anybody may have changed its records.
    changedAt: Math.max(job.endedAt ?? 0, await context.journal.othersEndedAt(job)),
    halt: () => halt.abort(),
    queue: [],
    isInDoubt: false,
    nextIndex: indexAfter(tallies),
    size: new BatchSize(context.calls.lessons, context.batchLimits),
    suspects: new Suspects(context.journal, (ids) => findGone(job, ids, context)),
  };
  const waves = [...new Set(planned.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  const inWaves = waves.map((wave) => planned.filter((tally) => tally.wave === wave));
  const mayFit = planned.length <= batchesAtOnce && readsMany(job, context);
  const isStaleNow = planned.some((tally) => isStale(tally, line.changedAt, context.clock.now()));
  if (isOneCall(job, planned, context) || (mayFit && isStaleNow))
    await refreshGroup(job, planned, line.context);
  for (const group of inWaves.flatMap((wave) => groupsOf(wave, line))) {
    const mustRead = !mayFit && readsMany(job, context) && group.some(isStaleIn(line));
    if (mustRead) await refreshGroup(job, group, line.context);
    line.queue = group.map(({ index }) => index);
    await workOff(line);
    // What is in doubt is read, and sent again where it must be, before a later wave changes the same records.
    if (line.isInDoubt) break;
  }
  await line.suspects.settle();
}

/** What the lanes of a run share. */
interface Line {
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
 * A wave as a whole, or in groups where its tags must be read anew: what is read is to be sent before it grows old
 * again.
 */
function groupsOf(wave: readonly Tally[], line: Line): Tally[][] {
  const size = wave.some(isStaleIn(line)) ? batchesAtOnce : wave.length;
  return Array.from({ length: Math.ceil(wave.length / size) }, (_, index) =>
    wave.slice(index * size, (index + 1) * size),
  );
}

function isStaleIn({ changedAt, context }: Line): (tally: Tally) => boolean {
  return (tally) => isStale(tally, changedAt, context.clock.now());
}

async function workOff(line: Line): Promise<void> {
  const { lanes, stop } = line.context;
  const lane = async () => {
    while (!stop.aborted) {
      const index = line.queue.shift();
      if (index === undefined) return;
      await workOn(index, line);
    }
  };
  const all = Array.from({ length: Math.min(lanes, line.queue.length) }, () =>
    lane().catch((error: unknown) => {
      line.halt();
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(all)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
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
