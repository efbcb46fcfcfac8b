import { fillTallies } from './jobs/journal/fill-tallies';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ProblemError } from './problem';

/** IndexedDB: what outlives the worker. Values are parsed by those who read them. */
export interface UntagSchema extends DBSchema {
  previews: { key: string; value: unknown; indexes: { byConnection: string; byReadAt: number } };
  jobs: { key: string; value: unknown; indexes: { byTab: number } };
  batches: { key: [jobId: string, index: number]; value: unknown };
  tallies: { key: [jobId: string, index: number]; value: unknown };
  learnt: { key: string; value: unknown };
}

export type Database = IDBPDatabase<UntagSchema>;

/**
 * The version is raised whenever what is stored changes, the values of a store with it. Throws `dataNewer` for the
 * database of a newer version of the extension, which stays as it is.
 */
export function openDatabase(name = 'untag'): Promise<Database> {
  return openDB<UntagSchema>(name, 2, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('byTab', 'tabId');
        database.createObjectStore('batches', { keyPath: ['jobId', 'index'] });
      }
      // Previews are good for minutes: those of an older version are not worth keeping.
      if (oldVersion === 1) database.deleteObjectStore('previews');
      const previews = database.createObjectStore('previews', { keyPath: 'id' });
      previews.createIndex('byConnection', 'connectionId');
      previews.createIndex('byReadAt', 'readAt');
      database.createObjectStore('tallies', { keyPath: ['jobId', 'index'] });
      database.createObjectStore('learnt', { keyPath: 'connectionId' });
      if (oldVersion === 1) await fillTallies(transaction);
    },
  }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'VersionError' ? new ProblemError('dataNewer') : error;
  });
}
