import * as z from '@/lib/zod';
import { wholeNumber } from '@/lib/schemas';
import type { Batch } from '../job';

export const tallySchema = z.object({
  jobId: z.string(),
  index: wholeNumber(),
  wave: wholeNumber(),
  state: z.enum(['planned', 'sent', 'settled']),
  /** When the records' tags were read, in milliseconds since 1970. */
  readAt: z.number(),
  /** All records of the batch. */
  records: wholeNumber(),
  /** Records that stand in this batch first; the others are counted in theirs. */
  total: wholeNumber(),
  /** Records whose outcome is known. */
  settled: wholeNumber(),
  /** Records that a call was made for without any answer, or with one that leaves it in doubt. */
  open: wholeNumber(),
  /** Whether there are such records, those that are counted in another batch with them. */
  isOpen: z.boolean(),
  /** Records that lost (or got back) a tag. */
  changed: wholeNumber(),
  failed: wholeNumber(),
});

/** What a batch adds up to: stored beside it, so that progress is read without reading ten thousand records. */
export type Tally = z.infer<typeof tallySchema>;

export function tallyOf({ jobId, index, wave, state, readAt, records }: Batch): Tally {
  const counted = records.filter(({ again }) => !again);
  const tally: Tally = {
    jobId,
    index,
    wave,
    state,
    readAt,
    records: records.length,
    total: counted.length,
    settled: 0,
    open: 0,
    isOpen: records.some(({ outcome }) => outcome?.kind === 'unknown'),
    changed: 0,
    failed: 0,
  };
  for (const { outcome, earlier = [] } of counted) {
    if (!outcome) continue;
    if (outcome.kind === 'unknown') {
      tally.open++;
      continue;
    }
    tally.settled++;
    if (outcome.kind === 'failed') tally.failed++;
    else if (outcome.changed.length + earlier.length > 0) tally.changed++;
  }
  return tally;
}
