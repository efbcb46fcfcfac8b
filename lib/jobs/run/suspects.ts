import type { RecordId } from '@/lib/bigin/record-id';
import type { BiginError } from '@/lib/bigin/errors/bigin-error';
import type { Batch } from '../job';
import { failure } from './outcome';
import type { Journal } from '../journal/journal';

/** Refused calls for one record each, without any call that Bigin took, after which it seems to refuse them all. */
const enough = 3;

/**
 * Records whose call was refused as a whole. As long as Bigin has taken no call of the job, it may be the job that
 * it refuses and not the record: their failure is noted once another call has been taken, or when no other is left.
 * Records that are gone are reason enough for theirs.
 */
export class Suspects {
  readonly #journal: Journal;
  #held: { batch: Batch; error: BiginError }[] = [];
  #hasContrast = false;

  readonly #findGone: (ids: readonly RecordId[]) => Promise<ReadonlySet<RecordId>>;

  constructor(journal: Journal, findGone: (ids: readonly RecordId[]) => Promise<ReadonlySet<RecordId>>) {
    this.#journal = journal;
    this.#findGone = findGone;
  }

  /** A call for a single record was refused; throws the error where Bigin seems to refuse every call. */
  async add(batch: Batch, error: BiginError): Promise<void> {
    this.#held.push({ batch, error });
    if (this.#hasContrast) return this.settle();
    if (this.#held.length < enough) return;
    const gone = await this.#findGone(this.#held.flatMap((held) => held.batch.records.map(({ id }) => id)));
    if (gone.size === 0) throw error;
    await this.settle();
  }

  /** Bigin has taken a call. */
  async contrast(): Promise<void> {
    this.#hasContrast = true;
    await this.settle();
  }

  /** Notes the failures that are held. */
  async settle(): Promise<void> {
    const held = this.#held;
    this.#held = [];
    await this.#journal.saveBatches(held.map(({ batch, error }) => failed(batch, error)));
  }
}

function failed(batch: Batch, { code, status }: BiginError): Batch {
  return {
    ...batch,
    state: 'settled',
    records: batch.records.map((record) =>
      record.outcome ? record : { ...record, outcome: failure(code || String(status)) },
    ),
  };
}
