import { expect, test } from 'vitest';
import { apiClient, zylker } from './api-client';
import { createFakeBigin } from './index';

test('thousands of records are made at once, newer than all others, and are there for the API', async () => {
  const fake = createFakeBigin();
  const before = fake.world.org(zylker)?.records.Contacts.length ?? 0;
  const ids = fake.world.addRecords(zylker, 'Contacts', 2_000, ['Old list']);
  const records = fake.world.org(zylker)?.records.Contacts ?? [];
  expect(records).toHaveLength(before + 2_000);
  expect(records.map(({ id }) => id)).toEqual(
    records
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  );
  expect(records.slice(0, 2_000).map(({ id }) => id)).toEqual(ids);

  const everywhere = Object.values(fake.world.org(zylker)?.records ?? {}).flat();
  expect(new Set(everywhere.map(({ id }) => id)).size).toBe(everywhere.length);
  const api = apiClient(fake);
  const answer = await api.post(`/Contacts/${ids[1_999]}/actions/remove_tags?tag_names=Old%20list`);
  expect(answer.status).toBe(200);
  expect(fake.world.tagsOf(zylker, 'Contacts', ids[1_999] ?? '')).toEqual([]);
});
