import type { RecordId } from '@/lib/bigin/record-id';
import type { Batch, BatchRecord } from '../job';

/** What became of one record in a job. */
export interface RecordAccount {
  id: RecordId;
  /** The tags before the job. */
  before: string[];
  /** The tags that came off (or on) by the job. */
  changed: string[];
  /**
   * `changed`; `idle`: it had nothing to change; `failed`; `unknown`: a call was made without any answer;
   * `untouched`: no call was made for it.
   */
  outcome: 'changed' | 'idle' | 'failed' | 'unknown' | 'untouched';
  /** Bigin's code and message where it failed; empty elsewhere. */
  code: string;
  message: string;
  /** The tags afterwards, where Bigin has told them. */
  after: string[] | undefined;
}

/** Each record of a job once, in the order of its waves and batches: one that stands in several waves is put together. */
export function recordAccounts(batches: readonly Batch[]): RecordAccount[] {
  const accounts = new Map<RecordId, RecordAccount>();
  // A batch that was cut has parts with indexes behind those of later waves.
  const byWave = batches.toSorted((a, b) => a.wave - b.wave);
  for (const record of byWave.flatMap(({ records }) => records)) {
    const one = accountOfOne(record);
    const other = accounts.get(record.id);
    accounts.set(record.id, other ? together(other, one) : one);
  }
  return [...accounts.values()];
}

function accountOfOne({ id, tags, outcome, earlier = [], after }: BatchRecord): RecordAccount {
  const before = [...tags, ...earlier.filter((tag) => !tags.includes(tag))];
  const account = { id, before, changed: earlier, code: '', message: '', after };
  if (!outcome) return { ...account, outcome: 'untouched' };
  if (outcome.kind === 'unknown') return { ...account, outcome: 'unknown' };
  if (outcome.kind === 'failed') {
    return { ...account, outcome: 'failed', code: outcome.code, message: outcome.message ?? '' };
  }
  const changed = [...new Set([...earlier, ...outcome.changed])];
  return { ...account, changed, outcome: changed.length > 0 ? 'changed' : 'idle' };
}

/** What is least settled tells most: a record of which one tag could not be given back has failed. */
const weight = ['idle', 'changed', 'untouched', 'failed', 'unknown'] as const;

function together(first: RecordAccount, second: RecordAccount): RecordAccount {
  const worse = weight.indexOf(second.outcome) > weight.indexOf(first.outcome) ? second : first;
  const changed = [...first.changed, ...second.changed];
  // What was told in an earlier wave, or read before it, is not so any more.
  const after = second.outcome === 'changed' ? second.after : undefined;
  return { ...worse, before: first.before, changed, after };
}
