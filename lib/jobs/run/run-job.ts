import { changeTags } from '@/lib/bigin/endpoints/change-tags';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import { ProblemError } from '@/lib/problem';
import type { Batch, BatchRecord, Job, Outcome } from '../job';
import { actionOf, indexAfter } from '../plan/batches';
import { outcomeOf } from './outcome';
import { readCurrentTags } from './read-current-tags';
import { withRetries } from './retry';
import type { RunContext } from './run-context';
import { settleUnknown } from './settle-unknown';

/**
 * Carries out what is left of a job, batch by batch, and records each record's outcome. It may be stopped
 * anywhere and called again: what was sent and not settled is read first, and only what had no effect is sent
 * again.
 * Ends the job as finished, cancelled, or stopped by a problem that only the user can mend.
 */
export async function runJob(job: Job, context: RunContext): Promise<void> {
  const { journal, clock, isCancelled } = context;
  const end = (change: Partial<Job>) => journal.updateJob(job.id, { ...change, endedAt: clock.now() });
  try {
    if (!isCancelled()) await runBatches(job, context);
    await settleUnknown(job, context);
    await end({ state: isCancelled() ? 'cancelled' : 'finished' });
  } catch (error) {
    // What was sent without an answer may have had its effect: it is read now, or told to be open.
    await settleUnknown(job, context).catch(() => undefined);
    await end(isCancelled() ? { state: 'cancelled' } : { state: 'stopped', problem: explain(error) });
  }
}

async function runBatches(job: Job, context: RunContext): Promise<void> {
  const { journal, isCancelled } = context;
  // What a stopped worker had sent may have had its effect.
  await settleUnknown(job, context);
  const batches = await readCurrentTags(job, await journal.readBatches(job.id), context);
  const queue = batches.filter((batch) => batch.state !== 'settled');
  let nextIndex = indexAfter(batches);
  let largest = Number.POSITIVE_INFINITY;
  for (let batch = queue.shift(); batch; batch = queue.shift()) {
    if (isCancelled()) return;
    if (batch.records.length > largest) {
      queue.unshift(...(await halve(batch, nextIndex++, context)));
      continue;
    }
    try {
      await runBatch(job, batch, context);
    } catch (error) {
      if (!isTooLarge(error) || batch.records.length === 1) throw error;
      largest = Math.ceil(batch.records.length / 2);
      queue.unshift(...(await halve(batch, nextIndex++, context)));
    }
  }
}

async function runBatch(
  job: Job,
  batch: Batch,
  { journal, client, clock, isCancelled }: RunContext,
): Promise<void> {
  const open = batch.records.filter(({ outcome }) => !outcome || outcome.kind === 'unknown');
  if (open.length === 0) {
    await journal.saveBatches([{ ...batch, state: 'settled' }]);
    return;
  }
  // Written ahead: should the answer never come, these records are known to be open.
  const unknown = { kind: 'unknown' } as const;
  const sent = withOutcomes({ ...batch, state: 'sent' }, (record) =>
    open.includes(record) ? unknown : undefined,
  );
  await journal.saveBatches([sent]);
  if (isCancelled()) {
    await journal.saveBatches([batch]);
    return;
  }
  const ids = open.map((record) => record.id);
  const change = { action: actionOf(job), module: job.module, ids, tagNames: batch.tagNames };
  let mayHaveHadEffect = false;
  const call = () =>
    changeTags(client, change).catch((error: unknown) => {
      mayHaveHadEffect ||= !isRefusal(error);
      throw error;
    });
  try {
    const answers = await withRetries(call, clock, () => !isCancelled());
    const settled = withOutcomes({ ...sent, state: 'settled' }, (record) =>
      record.outcome === unknown
        ? outcomeOf(job.kind, batch.tagNames, record, answers.get(record.id))
        : undefined,
    );
    await journal.saveBatches([settled]);
  } catch (error) {
    if (!mayHaveHadEffect) await journal.saveBatches([batch]);
    throw error;
  }
}

function withOutcomes(batch: Batch, outcomeFor: (record: BatchRecord) => Outcome | undefined): Batch {
  return {
    ...batch,
    records: batch.records.map((record) => {
      const outcome = outcomeFor(record);
      return outcome ? { ...record, outcome } : record;
    }),
  };
}

/** Nothing was done where Bigin answered that it refuses, or where there was no token to call it with. */
function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError || (error instanceof BiginError && error.status < 500);
}

/** Two batches in the place of one: the first keeps its index, so nothing is ever planned twice. */
async function halve(batch: Batch, newIndex: number, { journal }: RunContext): Promise<[Batch, Batch]> {
  const middle = Math.ceil(batch.records.length / 2);
  const first: Batch = { ...batch, state: 'planned', records: batch.records.slice(0, middle) };
  const second: Batch = { ...batch, state: 'planned', index: newIndex, records: batch.records.slice(middle) };
  await journal.saveBatches([first, second]);
  return [first, second];
}

/** The gateway refused the URL's length, or Bigin the number of ids. */
function isTooLarge(error: unknown): boolean {
  return (
    error instanceof BiginError && ([413, 414, 431].includes(error.status) || error.code === 'LIMIT_EXCEEDED')
  );
}
