import { wrap } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { eventually } from '../support/eventually';
import { testDatabase } from '../support/test-database';

let database: Database;

beforeEach(async () => {
  database = await testDatabase();
});

describe('what was learnt of a connection', () => {
  it('is at hand at once for everybody, and for the next worker', async () => {
    const store = new LearntStore(database);
    const lessons = await store.lessonsOf('us:org1');
    lessons.learn({ readers: { Contacts: 'ids' } });
    lessons.learn({ concurrency: 7 });
    expect((await store.lessonsOf('us:org1')).known).toMatchObject({
      readers: { Contacts: 'ids' },
      concurrency: 7,
    });
    await eventually(async () => {
      const next = await new LearntStore(database).lessonsOf('us:org1');
      expect(next.known).toEqual({ connectionId: 'us:org1', readers: { Contacts: 'ids' }, concurrency: 7 });
    });
  });

  it('is its own', async () => {
    const store = new LearntStore(database);
    (await store.lessonsOf('us:org1')).learn({ caseCounts: true });
    expect((await store.lessonsOf('us:org2')).known.caseCounts).toBeUndefined();
  });

  it('is forgotten where it is told to', async () => {
    const store = new LearntStore(database);
    (await store.lessonsOf('us:org1')).learn({ readers: { Contacts: 'single' } });
    await store.forget('us:org1');
    expect((await store.lessonsOf('us:org1')).known.readers?.['Contacts']).toBeUndefined();
  });

  it('begins anew where what is stored cannot be understood', async () => {
    await wrap(database.connection).put('learnt', {
      connectionId: 'us:org1',
      readers: { Contacts: 'telepathy' },
    });
    expect((await new LearntStore(database).lessonsOf('us:org1')).known).toEqual({ connectionId: 'us:org1' });
  });
});
