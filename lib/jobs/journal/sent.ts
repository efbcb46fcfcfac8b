import type { Batch, BatchRecord } from '../job';

/** A batch whose call is under way: what becomes of its records is not known until the answer comes. */
export function asSent(batch: Batch): Batch {
  const records = batch.records.map((record): BatchRecord =>
    record.outcome ? record : { ...record, outcome: { kind: 'unknown' } },
  );
  return { ...batch, state: 'sent', records };
}
