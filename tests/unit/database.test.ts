import { openDB, wrap } from 'idb';
import { describe, expect, it } from 'vitest';
import 'fake-indexeddb/auto';
import { resultOf } from '@/lib/database';
import { databaseVersion, openDatabase } from '@/lib/open-database';
import { problemOf } from './support/problem-of';
import { Journal } from '@/lib/jobs/journal/journal';

describe('the database of the first version', () => {
  it('is carried over: its jobs go on, its previews are forgotten', async () => {
    const old = await openDB('carried-over', 1, {
      upgrade(database) {
        database.createObjectStore('previews', { keyPath: 'id' });
        database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('byTab', 'tabId');
        database.createObjectStore('batches', { keyPath: ['jobId', 'index'] });
      },
    });
    await old.put('previews', { id: 'p', readAt: 0 });
    await old.put('jobs', {
      id: 'j',
      kind: 'removal',
      connectionId: 'us:org1',
      dataCenter: 'us',
      org: 'org1',
      module: 'Contacts',
      tagNames: ['VIP'],
      tabId: 1,
      selectionKey: 'k',
      createdAt: 5,
      state: 'running',
      tagsReadAt: 6,
      dismissed: false,
    });
    const record = { id: '1', tags: ['VIP'], outcome: { kind: 'unknown' } };
    await old.put('batches', { jobId: 'j', index: 0, tagNames: ['VIP'], state: 'sent', records: [record] });
    await old.put('batches', { jobId: 'j', index: 1, tagNames: ['VIP'], state: 'planned', records: [] });
    await old.put('batches', { jobId: 'k', index: 0, state: 'dreaming' });
    old.close();

    const database = await openDatabase('carried-over');
    const journal = new Journal(database);
    expect((await journal.unfinishedJobs()).map(({ id }) => id)).toEqual(['j']);
    expect(await journal.readTallies('j')).toMatchObject([
      { index: 0, state: 'sent', total: 1, open: 1, isOpen: true },
      { index: 1, state: 'planned', total: 0, isOpen: false },
    ]);
    expect(await journal.readTallies('k')).toEqual([]);
    expect(await journal.readBatch('j', 0)).toMatchObject({ wave: 0, readAt: 0 });
    expect(await wrap(database.connection).count('previews')).toBe(0);
  });
});

describe('a database of any version', () => {
  const versions = Array.from({ length: databaseVersion }, (_, before) => before + 1);

  it.each(versions)('can be opened, and holds all stores that a new one has: %i', async (version) => {
    (await openDatabase(`of version ${version}`, version)).connection.close();
    const { connection } = await openDatabase(`of version ${version}`);
    const aNew = await openDatabase(`new beside ${version}`);
    expect(connection.version).toBe(databaseVersion);
    expect(shapeOf(connection)).toEqual(shapeOf(aNew.connection));
  });
});

/** The stores of version 2, which the first release had, with their keys and indexes. */
const version2 = {
  jobs: { keyPath: 'id', indexes: { byTab: 'tabId' } },
  batches: { keyPath: ['jobId', 'index'], indexes: {} },
  previews: { keyPath: 'id', indexes: { byConnection: 'connectionId', byReadAt: 'readAt' } },
  learnt: { keyPath: 'connectionId', indexes: {} },
  tallies: { keyPath: ['jobId', 'index'], indexes: {} },
};

/**
 * What each version left on disks, which does not change with our code. A step that is new need not be here; once it is
 * released it comes in, or nobody would notice that it was changed or taken away.
 */
const left: [version: number, stores: object][] = [
  [1, { jobs: version2.jobs, batches: version2.batches, previews: { keyPath: 'id', indexes: {} } }],
  [2, version2],
];

describe('the database of a version that somebody has', () => {
  it.each(left)('is made as it was, store by store and index by index: %i', async (version, stores) => {
    expect(databaseVersion).toBeGreaterThanOrEqual(version);
    const { connection } = await openDatabase(`as version ${version} left it`, version);
    expect(shapeOf(connection)).toEqual(stores);
  });
});

describe('the database of version 2', () => {
  it('keeps what is in it', async () => {
    const old = await openDB('kept', 2, {
      upgrade(database) {
        for (const [name, { keyPath, indexes }] of Object.entries(version2)) {
          const store = database.createObjectStore(name, { keyPath });
          for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        }
      },
    });
    const rows = {
      jobs: { id: 'j', tabId: 1 },
      batches: { jobId: 'j', index: 0 },
      previews: { id: 'p', connectionId: 'us:org1', readAt: 1 },
      learnt: { connectionId: 'us:org1' },
      tallies: { jobId: 'j', index: 0 },
    };
    for (const [name, row] of Object.entries(rows)) await old.put(name, row);
    old.close();
    const { connection } = await openDatabase('kept');
    const found = wrap(connection);
    for (const [name, row] of Object.entries(rows)) expect(await found.getAll(name)).toEqual([row]);
  });
});

/** The stores of a database, with their keys and indexes. */
function shapeOf(connection: IDBDatabase) {
  const names = [...connection.objectStoreNames];
  const transaction = connection.transaction(names);
  return Object.fromEntries(
    names.map((name) => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
      return [name, { keyPath: store.keyPath, indexes: Object.fromEntries(indexes) }];
    }),
  );
}

describe('the database of a newer version', () => {
  it('is refused, and stays as it is', async () => {
    const newer = await openDB('newer', 99, {
      upgrade: (database) => void database.createObjectStore('jobs', { keyPath: 'id' }),
    });
    await newer.put('jobs', { id: 'j', kind: 'merge' });
    newer.close();
    expect(await problemOf(openDatabase('newer'))).toEqual({ code: 'dataNewer' });
    const again = await openDB('newer');
    expect([again.version, [...again.objectStoreNames], await again.getAll('jobs')]).toEqual([
      99,
      ['jobs'],
      [{ id: 'j', kind: 'merge' }],
    ]);
    again.close();
  });
});

describe('what is written together', () => {
  const put = (transaction: IDBTransaction, id: string) =>
    resultOf(transaction.objectStore('previews').put({ id }));

  it('is stored whole, with what came of it', async () => {
    const database = await openDatabase('whole');
    const written = database.write('previews', async (transaction) => {
      await put(transaction, 'a');
      return put(transaction, 'b');
    });
    expect(await written).toBe('b');
    expect(await database.getAll('previews')).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it.each([
    [
      'at once',
      (transaction: IDBTransaction) => {
        transaction.objectStore('previews').put({ id: 'a' });
        throw new Error('in the middle');
      },
    ],
    [
      'after a part of it was written',
      async (transaction: IDBTransaction) => {
        await put(transaction, 'a');
        throw new Error('in the middle');
      },
    ],
  ])('is not stored at all where the act throws %s', async (when, act) => {
    const database = await openDatabase(`thrown ${when}`);
    const failing = database.write('previews', act);
    await expect(failing).rejects.toThrow('in the middle');
    expect(await database.getAll('previews')).toEqual([]);
  });

  it('is not stored at all where a request fails', async () => {
    const database = await openDatabase('refused');
    const failing = database.write('previews', async (transaction) => {
      await put(transaction, 'a');
      await resultOf(transaction.objectStore('previews').add({ id: 'a' }));
    });
    await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
    expect(await database.getAll('previews')).toEqual([]);
  });
});
