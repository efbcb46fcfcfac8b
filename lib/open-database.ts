import { fillTallies } from './jobs/journal/fill-tallies';
import { Database, resultOf } from './database';
import { ProblemError } from './problem';

/**
 * The version is raised whenever what is stored changes, the values of a store with it. Throws `dataNewer` for the
 * database of a newer version of the extension, which stays as it is.
 */
export async function openDatabase(name = 'untag'): Promise<Database> {
  const opening = indexedDB.open(name, 2);
  opening.addEventListener('upgradeneeded', ({ oldVersion }) => upgrade(opening, oldVersion));
  try {
    return new Database(await resultOf(opening));
  } catch (error) {
    throw error instanceof Error && error.name === 'VersionError' ? new ProblemError('dataNewer') : error;
  }
}

function upgrade({ result: database, transaction }: IDBOpenDBRequest, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('byTab', 'tabId');
    database.createObjectStore('batches', { keyPath: ['jobId', 'index'] });
  }
  // Previews are good for minutes: those of an older version are not worth keeping.
  if (oldVersion === 1) database.deleteObjectStore('previews');
  const previews = database.createObjectStore('previews', { keyPath: 'id' });
  previews.createIndex('byConnection', 'connectionId');
  previews.createIndex('byReadAt', 'readAt');
  const tallies = database.createObjectStore('tallies', { keyPath: ['jobId', 'index'] });
  database.createObjectStore('learnt', { keyPath: 'connectionId' });
  if (oldVersion === 1 && transaction) fillTallies(transaction.objectStore('batches'), tallies);
}
