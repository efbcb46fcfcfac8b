import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** IndexedDB: what outlives the worker. Values are parsed by those who read them. */
export interface UntagSchema extends DBSchema {
  previews: { key: string; value: unknown };
  jobs: { key: string; value: unknown; indexes: { byTab: number } };
  batches: { key: [jobId: string, index: number]; value: unknown };
  tallies: { key: [jobId: string, index: number]; value: unknown };
  learnt: { key: string; value: unknown };
}

export type Database = IDBPDatabase<UntagSchema>;

export function openDatabase(name = 'untag'): Promise<Database> {
  return openDB<UntagSchema>(name, 2, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('previews', { keyPath: 'id' });
        database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('byTab', 'tabId');
        database.createObjectStore('batches', { keyPath: ['jobId', 'index'] });
      }
      database.createObjectStore('tallies', { keyPath: ['jobId', 'index'] });
      database.createObjectStore('learnt', { keyPath: 'connectionId' });
    },
  });
}
