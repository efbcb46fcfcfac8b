import 'fake-indexeddb/auto';
import type { Database } from '@/lib/database';
import { openDatabase } from '@/lib/open-database';

/** A database of its own for each test. Files that run in one process share the browser's databases, and not always a count. */
export function testDatabase(): Promise<Database> {
  return openDatabase(`test-${crypto.randomUUID()}`);
}
