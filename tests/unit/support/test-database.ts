import 'fake-indexeddb/auto';
import type { Database } from '@/lib/database';
import { openDatabase } from '@/lib/open-database';

let number = 0;

/** A database of its own for each test. */
export function testDatabase(): Promise<Database> {
  number += 1;
  return openDatabase(`test-${number}`);
}
