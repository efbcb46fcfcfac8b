import { beforeEach, describe, expect, test } from 'vitest';
import { apiClient, newest, nordlicht, query, zylker, type Json } from './api-client';
import { createFakeBigin, type FakeBigin } from './index';

let fake: FakeBigin;
let api: ReturnType<typeof apiClient>;
let ids: string[];

beforeEach(() => {
  fake = createFakeBigin();
  api = apiClient(fake);
  ids = newest(fake, 4);
});

const remove = (names: string, of: string[] = ids) =>
  api.post(`/Contacts/actions/remove_tags${query({ ids: of.join(','), tag_names: names })}`);
const add = (names: string, of: string[] = ids) =>
  api.post(
    `/Contacts/actions/add_tags${query({ ids: of.join(','), tag_names: names, over_write: 'false' })}`,
  );
const tags = () => ids.map((id) => fake.world.tagsOf(zylker, 'Contacts', id));
const elements = (json: Json) =>
  json['data'] as unknown as { details: { id: string; tags?: unknown }; code: string }[];

describe('remove_tags', () => {
  test('takes the tags off and answers for each record', async () => {
    const reply = await remove('VIP,Trade fair 2026');
    expect(reply.status).toBe(200);
    expect(reply.json['data']?.[1]).toEqual({
      code: 'SUCCESS',
      details: { id: ids[1], tags: ['Überfällig'] },
      message: 'tags updated successfully',
      status: 'success',
    });
    expect(tags()).toEqual([[], ['Überfällig'], ['Newsletter'], []]);
    expect((await remove('VIP,Trade fair 2026')).status).toBe(200);
  });

  test('of one record by its path', async () => {
    const reply = await api.post(`/Contacts/${ids[0]}/actions/remove_tags?tag_names=VIP`);
    expect(reply.json['data']).toHaveLength(1);
    expect(tags()[0]).toEqual(['Trade fair 2026']);
  });

  test.each([
    'Größe & Maß',
    '50% off',
    '見込み客',
    'C++',
    '#1 choice',
    'North/South',
    'Say "hello"',
    '🔥 Hot lead',
  ])('a name such as %s', async (name) => {
    fake.world.setTags(zylker, 'Contacts', ids[0] ?? '', ['VIP', name]);
    await remove(name);
    expect(tags()[0]).toEqual(['VIP']);
  });

  test('a name with a comma cannot be named', async () => {
    const [id = ''] = newest(fake, 1, zylker, 'Accounts');
    fake.world.setTags(zylker, 'Accounts', id, ['Retail, wholesale']);
    const path = `/Accounts/actions/remove_tags${query({ ids: id, tag_names: 'Retail, wholesale' })}`;
    expect((await api.post(path)).status).toBe(200);
    expect(fake.world.tagsOf(zylker, 'Accounts', id)).toEqual(['Retail, wholesale']);
  });

  test('failures stand beside successes, with the status that is set', async () => {
    fake.world.setLocked(zylker, 'Contacts', ids[1] ?? '');
    const reply = await remove('VIP', [...ids, '7618134000000999999']);
    expect(reply.status).toBe(207);
    expect(elements(reply.json).map(({ code }) => code)).toEqual([
      'SUCCESS',
      'RECORD_LOCKED',
      'SUCCESS',
      'SUCCESS',
      'INVALID_DATA',
    ]);
    expect(reply.json['data']?.[4]).toEqual({
      code: 'INVALID_DATA',
      details: { id: '7618134000000999999' },
      message: 'the id given seems to be invalid',
      status: 'error',
    });
    fake.configure({ unknowns: { mixedStatus: 202, failedStatus: 400 } });
    expect((await remove('VIP', [ids[0] ?? '', '1'])).status).toBe(202);
    expect((await remove('VIP', ['1'])).status).toBe(400);
  });

  test('an unknown id answers for itself, or refuses the whole call, which then changes nothing', async () => {
    const unknown = '7618134000000999999';
    fake.configure({ unknowns: { unknownRecord: 'refuses-call' } });
    const before = tags();
    for (const reply of [await remove('VIP', [...ids, unknown]), await add('VIP', [...ids, unknown])]) {
      expect(reply).toMatchObject({
        status: 400,
        json: { code: 'INVALID_DATA', details: { id: unknown }, status: 'error' },
      });
    }
    expect((await api.post(`/Contacts/${unknown}/actions/remove_tags?tag_names=VIP`)).status).toBe(400);
    expect(tags()).toEqual(before);
    expect((await remove('VIP')).status).toBe(200);
  });

  test('details.tags: after, before or removed; strings or objects', async () => {
    const told = async (detailsTags: 'after' | 'before' | 'removed') => {
      fake.world.setTags(zylker, 'Contacts', ids[0] ?? '', ['VIP', 'Newsletter']);
      fake.configure({ unknowns: { detailsTags } });
      return elements((await remove('VIP', ids.slice(0, 1))).json)[0]?.details.tags;
    };
    expect(await told('after')).toEqual(['Newsletter']);
    expect(await told('before')).toEqual(['VIP', 'Newsletter']);
    expect(await told('removed')).toEqual(['VIP']);
    fake.configure({ unknowns: { detailsTagsShape: 'objects' } });
    expect(await told('removed')).toMatchObject([{ name: 'VIP', color_code: '#57B1FD' }]);
    expect((await remove('VIP')).json['locked_count']).toBe(0);
  });

  test('letter case counts, or does not', async () => {
    const eu = apiClient(fake, nordlicht, undefined, 'www.zohoapis.eu');
    const [id = ''] = newest(fake, 1, nordlicht);
    const path = `/Contacts/actions/remove_tags?ids=${id}&tag_names=vip`;
    fake.world.setTags(nordlicht, 'Contacts', id, ['VIP', 'vip']);
    await eu.post(path);
    expect(fake.world.tagsOf(nordlicht, 'Contacts', id)).toEqual(['VIP']);
    fake.world.setTags(nordlicht, 'Contacts', id, ['VIP', 'vip']);
    fake.configure({ unknowns: { tagCase: 'ignored' } });
    await eu.post(path);
    expect(fake.world.tagsOf(nordlicht, 'Contacts', id)).toEqual([]);
  });

  test('elements may come in another order', async () => {
    fake.configure({ unknowns: { elementOrder: 'shuffled' } });
    const answered = elements((await remove('VIP')).json).map(({ details }) => details.id);
    expect(answered).not.toEqual(ids);
    expect(answered.toSorted()).toEqual(ids.toSorted());
  });

  test('without a name: refused, or all tags', async () => {
    const path = `/Contacts/actions/remove_tags?ids=${ids[0]}`;
    expect((await api.post(path)).json['code']).toBe('REQUIRED_PARAM_MISSING');
    expect(tags()[0]).toHaveLength(2);
    fake.configure({ unknowns: { removeWithoutName: 'removes-all' } });
    await api.post(`${path}&tag_names=`);
    expect(tags()[0]).toEqual([]);
  });

  test('without ids it is refused', async () => {
    const reply = await api.post('/Contacts/actions/remove_tags?tag_names=VIP');
    expect(reply).toMatchObject({ status: 400, json: { details: { param_name: 'ids' } } });
  });

  test('a JSON body is refused, or taken', async () => {
    const body = { tags: [{ name: 'VIP' }], ids: [ids[0]] };
    expect((await api.post('/Contacts/actions/remove_tags', body)).status).toBe(400);
    expect(tags()[0]).toContain('VIP');
    fake.configure({ unknowns: { removeTagsBody: 'taken' } });
    expect((await api.post('/Contacts/actions/remove_tags', body)).status).toBe(200);
    expect(tags()[0]).not.toContain('VIP');
  });
});

describe('add_tags', () => {
  test('adds, and makes a tag that the module lacks', async () => {
    expect((await add('VIP,Brand new')).status).toBe(200);
    expect(tags()[3]).toEqual(['VIP', 'Brand new']);
    expect(fake.world.org(zylker)?.tags.Contacts.some(({ name }) => name === 'Brand new')).toBe(true);
  });

  test('takes the query form, the body form or both', async () => {
    const body = { tags: [{ name: 'By body' }], ids };
    const both = async () => [
      (await add('By query')).status,
      (await api.post('/Contacts/actions/add_tags', body)).status,
    ];
    expect(await both()).toEqual([200, 200]);
    expect(tags()[3]).toEqual(['By query', 'By body']);
    fake.configure({ unknowns: { addTagsForm: 'query' } });
    expect(await both()).toEqual([200, 400]);
    fake.configure({ unknowns: { addTagsForm: 'body' } });
    expect(await both()).toEqual([400, 200]);
    const single = await api.post(`/Contacts/${ids[3]}/actions/add_tags?tag_names=Single`);
    expect(single.status).toBe(200);
  });

  test('over_write replaces', async () => {
    await api.post(`/Contacts/actions/add_tags?ids=${ids[0]}&tag_names=Only&over_write=true`);
    expect(tags()[0]).toEqual(['Only']);
  });

  test('a record takes so many tags and no more, a name 25 characters', async () => {
    fake.configure({ limits: { tagsPerRecord: 2 } });
    const reply = await add('Newsletter', ids.slice(0, 4));
    expect(reply.status).toBe(207);
    expect(elements(reply.json).map(({ code }) => code)).toEqual([
      'LIMIT_EXCEEDED',
      'LIMIT_EXCEEDED',
      'LIMIT_EXCEEDED',
      'SUCCESS',
    ]);
    expect((await add('Twenty-six characters long')).status).toBe(400);
  });
});

describe('the log of tag changes', () => {
  test('tells what each call did to each record, and nothing of what others did', async () => {
    const [first = '', second = ''] = ids;
    fake.world.setTags(zylker, 'Contacts', first, ['VIP', 'R&D']);
    fake.world.setTags(zylker, 'Contacts', second, []);
    await remove('VIP,Newsletter', [first, second]);
    await add('VIP', [second]);
    const [removal = 0, addition = 0] = fake.requests.map(({ number }) => number);
    const change = { at: expect.any(Number), zgid: zylker, module: 'Contacts' };
    expect(fake.tagChanges).toEqual([
      { ...change, requestNumber: removal, id: first, removed: ['VIP'], added: [] },
      { ...change, requestNumber: removal, id: second, removed: [], added: [] },
      { ...change, requestNumber: addition, id: second, removed: [], added: ['VIP'] },
    ]);
  });

  test('has nothing of records that failed, and goes with a reset', async () => {
    fake.world.setLocked(zylker, 'Contacts', ids[0] ?? '');
    await remove('VIP', ids.slice(0, 2));
    expect(fake.tagChanges.map(({ id }) => id)).toEqual(ids.slice(1, 2));
    fake.reset();
    expect(fake.tagChanges).toEqual([]);
  });
});
