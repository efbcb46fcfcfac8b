import 'fake-indexeddb/auto';
import { openDatabase, type Database } from '@/lib/database';

let number = 0;

/** A database of its own for each test. */
export function testDatabase(): Promise<Database> {
  number += 1;
  return openDatabase(`test-${number}`);
}
