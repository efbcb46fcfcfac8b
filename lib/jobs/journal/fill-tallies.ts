import * as z from '@/lib/zod';
import type { IDBPTransaction, StoreNames } from 'idb';
import type { UntagSchema } from '@/lib/database';
import { batchSchema } from '../job-schema';
import { tallyOf } from './tally';

/** Gives batches of the first version, which had no tallies, what each adds up to: their jobs go on by that. */
export async function fillTallies(
  transaction: IDBPTransaction<UntagSchema, StoreNames<UntagSchema>[], 'versionchange'>,
): Promise<void> {
  const tallies = transaction.objectStore('tallies');
  let cursor = await transaction.objectStore('batches').openCursor();
  while (cursor) {
    const { data } = z.safeParse(batchSchema, cursor.value);
    if (data) await tallies.put(tallyOf(data));
    cursor = await cursor.continue();
  }
}
