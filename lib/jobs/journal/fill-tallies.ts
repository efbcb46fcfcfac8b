import * as z from '@/lib/zod';
import { batchSchema } from '../job-schema';
import { tallyOf } from './tally';

/** Gives batches of the first version, which had no tallies, what each adds up to: their jobs go on by that. */
export function fillTallies(batches: IDBObjectStore, tallies: IDBObjectStore): void {
  const request = batches.openCursor();
  request.addEventListener('success', () => {
    const cursor = request.result;
    if (!cursor) return;
    const { data } = z.safeParse(batchSchema, cursor.value);
    if (data) tallies.put(tallyOf(data));
    cursor.continue();
  });
}
