import { changeTags } from '@/lib/bigin/endpoints/change-tags';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import type { Batch, Job } from '../job';
import { actionOf, indexAfter } from '../plan/batches';
import { outcomeOf } from './outcome';
import { withRetries } from './retry';
import type { RunContext } from './run-context';
import { settleUnknown } from './settle-unknown';

/**
 * Carries out what is left of a job, batch by batch, and records each record's outcome. It may be stopped
 * anywhere and called again: a batch that was sent and not settled is sent again, which changes nothing twice.
 * Ends the job as finished, cancelled, or stopped by a problem that only the user can mend.
 */
export async function runJob(job: Job, context: RunContext): Promise<void> {
  const { journal, isCancelled } = context;
  try {
    let largest = Number.POSITIVE_INFINITY;
    const batches = await journal.readBatches(job.id);
    const queue = batches.filter((batch) => batch.state !== 'settled');
    let nextIndex = indexAfter(batches);
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      if (isCancelled()) break;
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
    if (!isCancelled()) await settleUnknown(job, context);
    await journal.updateJob(job.id, { state: isCancelled() ? 'cancelled' : 'finished' });
  } catch (error) {
    if (isCancelled()) await journal.updateJob(job.id, { state: 'cancelled' });
    else await journal.updateJob(job.id, { state: 'stopped', problem: explain(error) });
  }
}

async function runBatch(
  job: Job,
  batch: Batch,
  { journal, client, clock, isCancelled }: RunContext,
): Promise<void> {
  const sent: Batch = { ...batch, state: 'sent' };
  await journal.saveBatches([sent]);
  const ids = batch.records.map((record) => record.id);
  const change = { action: actionOf(job), module: job.module, ids, tagNames: batch.tagNames };
  const answers = await withRetries(
    () => changeTags(client, change),
    clock,
    () => !isCancelled(),
  );
  const records = batch.records.map((record) => ({
    ...record,
    outcome: outcomeOf(job.kind, batch.tagNames, record, answers.get(record.id)),
  }));
  await journal.saveBatches([{ ...sent, state: 'settled', records }]);
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
