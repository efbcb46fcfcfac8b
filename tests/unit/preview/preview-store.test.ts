import { wrap } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database';
import type { Preview } from '@/lib/preview/preview';
import { maxAge, PreviewStore } from '@/lib/preview/preview-store';
import { createFakeBigin } from '../../fake-bigin/index';
import { previewOf } from '../support/preview-of';
import { testDatabase } from '../support/test-database';

let database: Database;
let store: PreviewStore;
let preview: Preview;
let now: number;

beforeEach(async () => {
  database = await testDatabase();
  store = new PreviewStore(database, () => now);
  preview = await previewOf(createFakeBigin());
  now = preview.readAt;
});

describe('the stored previews', () => {
  it('are given back while they are young enough to act on', async () => {
    await store.save(preview);
    now += maxAge - 1;
    expect(await store.read(preview.id)).toEqual(preview);
    now += 1;
    expect(await store.read(preview.id)).toBeUndefined();
  });

  it('are one a selection', async () => {
    await store.save(preview);
    await store.save({ ...preview, missing: ['x'] });
    expect((await store.read(preview.id))?.missing).toEqual(['x']);
    expect(await wrap(database.connection).count('previews')).toBe(1);
  });

  it('are dropped when they are old', async () => {
    await store.save(preview);
    now += maxAge;
    await store.save({ ...preview, id: 'other', readAt: now });
    expect(await wrap(database.connection).getAllKeys('previews')).toEqual(['other']);
  });

  it('of one connection are forgotten together', async () => {
    await store.save(preview);
    await store.save({ ...preview, id: 'second' });
    await store.save({ ...preview, id: 'third', connectionId: 'eu:org1' });
    await store.forget(preview.connectionId);
    expect(await wrap(database.connection).getAllKeys('previews')).toEqual(['third']);
  });

  it('that cannot be read are none', async () => {
    await wrap(database.connection).put('previews', { id: preview.id, readAt: now, records: 'x' });
    expect(await store.read(preview.id)).toBeUndefined();
    await store.save({ ...preview, id: 'second' });
    await store.forget(preview.connectionId);
    expect(await store.read('second')).toBeUndefined();
  });
});
