import { fillTallies } from './jobs/journal/fill-tallies';
import { Database, resultOf } from './database';
import { ProblemError } from './problem';

/** Makes of a database one of the next version. */
type Step = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** One for each version; another is added whenever what is stored changes, the values of a store with it. */
const steps: readonly Step[] = [
  (database) => {
    database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('byTab', 'tabId');
    database.createObjectStore('batches', { keyPath: ['jobId', 'index'] });
    database.createObjectStore('previews', { keyPath: 'id' });
  },
  (database, transaction) => {
    // Previews are good for minutes: older ones are not worth keeping.
    database.deleteObjectStore('previews');
    const previews = database.createObjectStore('previews', { keyPath: 'id' });
    previews.createIndex('byConnection', 'connectionId');
    previews.createIndex('byReadAt', 'readAt');
    database.createObjectStore('learnt', { keyPath: 'connectionId' });
    const tallies = database.createObjectStore('tallies', { keyPath: ['jobId', 'index'] });
    fillTallies(transaction.objectStore('batches'), tallies);
  },
];

/** The version of today. */
export const databaseVersion = steps.length;

/**
 * The database, made or carried over from an older version; of a given version in tests of that. Throws `dataNewer` for
 * the database of a newer version of the extension, which stays as it is.
 */
export async function openDatabase(name = 'untag', version = databaseVersion): Promise<Database> {
  const opening = indexedDB.open(name, version);
  opening.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const { result, transaction } = opening;
    if (transaction) for (const step of steps.slice(oldVersion, version)) step(result, transaction);
  });
  try {
    return new Database(await resultOf(opening));
  } catch (error) {
    throw error instanceof Error && error.name === 'VersionError' ? new ProblemError('dataNewer') : error;
  }
}
