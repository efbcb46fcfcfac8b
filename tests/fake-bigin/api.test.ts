import { beforeEach, describe, expect, test } from 'vitest';
import { apiClient, newest, nordlicht, query, workshop, zylker, type Json } from './api-client';
import { createFakeBigin, type FakeBigin } from './index';
import { recorded, shapeOf } from './recorded';
import { moduleNames } from './world/modules';

let fake: FakeBigin;
let api: ReturnType<typeof apiClient>;
const prefix = '7618134000000';

beforeEach(() => {
  let now = Date.UTC(2026, 9, 10);
  fake = createFakeBigin({ now: () => now++ });
  api = apiClient(fake);
});

describe('answers have the shape of the recorded ones', () => {
  test('get records', async () => {
    const { status, headers, body } = recorded('get-contacts');
    const org = fake.world.org(zylker);
    org?.records.Contacts.splice(3);
    org?.records.Contacts.forEach((record) => (record.fields['First_Name'] ??= 'Ada'));
    const reply = await api.get('/Contacts?fields=id,First_Name,Last_Name,Email&per_page=3');
    expect(reply.status).toBe(status);
    expect(shapeOf(reply.json)).toEqual(shapeOf(body));
    expect(reply.json['info']).toEqual(body['info']);
    for (const name of ['content-type', 'server', 'cache-control', 'content-language']) {
      expect(reply.headers.get(name)).toBe(headers[name]);
    }
    expect(reply.headers.get('x-accesstoken-reset')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('search', async () => {
    const { body } = recorded('search-contacts');
    const record = fake.world.org(zylker)?.records.Contacts[3];
    const company = newest(fake, 1, zylker, 'Accounts')[0] ?? '';
    Object.assign(record?.fields ?? {}, { Phone: null, Email: 'support@example.com', Account_Name: company });
    const reply = await api.get('/Contacts/search?email=support@example.com');
    expect(reply.status).toBe(200);
    expect(shapeOf(reply.json)).toEqual(shapeOf(body));
    expect(reply.json['info']).toEqual(body['info']);
  });

  test('org', async () => {
    const reply = await api.get('/org');
    expect(shapeOf(reply.json)).toEqual(shapeOf(recorded('get-org').body));
    expect(reply.json['org']?.[0]).toMatchObject({
      zgid: zylker,
      domain_name: `org${zylker}`,
      company_name: 'Zylker Trading',
    });
  });

  test('modules', async () => {
    const { element } = recorded('get-modules.element');
    const reply = await api.get('/settings/modules');
    expect(reply.json['modules']).toHaveLength(moduleNames.length);
    expect(shapeOf(reply.json['modules']?.[1])).toEqual(shapeOf(element));
    expect(reply.json['modules']?.[1]).toMatchObject({ api_name: 'Accounts', plural_label: 'Companies' });
  });

  test('the field Tag', async () => {
    const { element } = recorded('get-fields.element');
    const reply = await api.get('/settings/fields?module=Contacts');
    expect(reply.json['fields']).toContainEqual({ ...element, id: `${prefix}125051` });
  });
});

test("an org's own words for a module", async () => {
  const reply = await apiClient(fake, nordlicht, undefined, 'www.zohoapis.eu').get('/settings/modules');
  expect(reply.json['modules']?.[1]).toMatchObject({ singular_label: 'Firma', plural_label: 'Firmen' });
});

test('a token reads its own org alone', async () => {
  const ours = await api.get('/Contacts?fields=id&per_page=1');
  const theirs = await apiClient(fake, workshop).get('/Contacts?fields=id&per_page=1');
  expect(ours.json['data']?.[0]?.['id']).toMatch(/^7618134/);
  expect(theirs.json['data']?.[0]?.['id']).toMatch(/^6331846/);
});

const nextToken = (json: Json) =>
  (json['info'] as unknown as { next_page_token: string | null }).next_page_token;

describe('get records', () => {
  test('fields are required, and at most 50', async () => {
    expect(await api.get('/Contacts')).toMatchObject({
      status: 400,
      json: { code: 'REQUIRED_PARAM_MISSING', details: { param_name: 'fields' } },
    });
    const many = Array.from({ length: 51 }, (_, index) => `F${index}`).join(',');
    expect((await api.get(`/Contacts?fields=${many}`)).json['code']).toBe('LIMIT_EXCEEDED');
  });

  test('per_page is at most 200, and 200 unless told', async () => {
    expect((await api.get('/Contacts?fields=id&per_page=201')).status).toBe(400);
    expect((await api.get('/Contacts?fields=id')).json['info']).toMatchObject({ per_page: 200, count: 200 });
  });

  test('pages reach 2,000 records, tokens all of them', async () => {
    expect((await api.get('/Contacts?fields=id&page=10')).status).toBe(200);
    expect((await api.get('/Contacts?fields=id&page=11')).json['code']).toBe(
      'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
    );
    const ids: string[] = [];
    let path = '/Contacts?fields=id';
    for (;;) {
      const { json } = await api.get(path);
      ids.push(...(json['data'] as unknown as { id: string }[]).map(({ id }) => id));
      const token = nextToken(json);
      if (token === null) break;
      path = `/Contacts?fields=id&page_token=${token}`;
    }
    expect(ids).toEqual(newest(fake, 3000));
  });

  test('a page token keeps its page size, expires, and goes with no page', async () => {
    const token = nextToken((await api.get('/Contacts?fields=id&per_page=2')).json);
    const next = await api.get(`/Contacts?fields=id&per_page=7&page_token=${token}`);
    expect(next.json['info']).toMatchObject({ per_page: 2, page: 2 });
    expect((await api.get(`/Contacts?fields=id&page=2&page_token=${token}`)).status).toBe(400);
    expect((await api.get(`/Accounts?fields=id&page_token=${token}`)).status).toBe(400);
    fake.clock.advance(86_400_001);
    const later = apiClient(fake);
    expect((await later.get(`/Contacts?fields=id&page_token=${token}`)).status).toBe(400);
  });

  test('nothing found answers 204 without a body', async () => {
    fake.world.org(zylker)?.records.Calls.splice(0);
    expect(await api.get('/Calls?fields=id')).toMatchObject({ status: 204, text: '' });
    expect((await api.get(`/Contacts/${prefix}999999`)).status).toBe(204);
  });

  test('a view restricts, for three credits', async () => {
    const [all, vip] = fake.world.org(zylker)?.views.Contacts ?? [];
    const spent = fake.creditsSpent(zylker);
    const reply = await api.get(`/Contacts?fields=Tag&cvid=${vip?.id}`);
    expect(fake.creditsSpent(zylker) - spent).toBe(3);
    const rows = reply.json['data'] as unknown as { Tag: { name: string }[] }[];
    expect(rows.every(({ Tag }) => Tag.some(({ name }) => name === 'VIP'))).toBe(true);
    expect((await api.get(`/Contacts?fields=id&cvid=${all?.id}&per_page=1`)).json['data']?.[0]?.['id']).toBe(
      newest(fake, 1)[0],
    );
    expect((await api.get('/Contacts?fields=id&cvid=1')).status).toBe(400);
  });

  test('sorting by time of change', async () => {
    const [, second = ''] = newest(fake, 2);
    fake.world.setTags(zylker, 'Contacts', second, ['VIP']);
    const reply = await api.get('/Contacts?fields=id&per_page=1&sort_by=Modified_Time&sort_order=desc');
    expect(reply.json['data']?.[0]?.['id']).toBe(second);
  });

  test('ids: honoured, ignored or refused', async () => {
    const [, second = '', third = ''] = newest(fake, 3);
    const path = `/Contacts?fields=id,Tag&ids=${third},${second},1`;
    const honoured = await api.get(path);
    expect(honoured.json['data']).toHaveLength(2);
    expect(honoured.json['data']?.[0]?.['id']).toBe(second);
    const tooMany = newest(fake, 101).join(',');
    expect((await api.get(`/Contacts?fields=id&ids=${tooMany}`)).json['code']).toBe('LIMIT_EXCEEDED');
    expect((await api.get('/Contacts?fields=id&ids=1')).status).toBe(204);

    fake.configure({ unknowns: { idsParameter: 'ignored' } });
    expect((await api.get(path)).json['data']).toHaveLength(200);
    fake.configure({ unknowns: { idsParameter: 'refused' } });
    expect(await api.get(path)).toMatchObject({ status: 400, json: { code: 'INVALID_DATA' } });
  });

  test('Tag holds objects, or strings', async () => {
    const path = '/Contacts?fields=Tag&per_page=1';
    expect((await api.get(path)).json['data']?.[0]?.['Tag']?.[0]).toEqual({
      name: 'VIP',
      id: expect.stringMatching(/^\d{19}$/),
      color_code: '#57B1FD',
    });
    fake.configure({ unknowns: { recordTagShape: 'strings' } });
    expect((await api.get(path)).json['data']?.[0]?.['Tag']).toEqual(['VIP', 'Trade fair 2026']);
  });
});

test('one record, whole or with fields', async () => {
  const [id = ''] = newest(fake, 1);
  const whole = await api.get(`/Contacts/${id}`);
  expect(whole.json['data']?.[0]).toMatchObject({ id, Full_Name: 'Priya Watson', $state: 'save' });
  const some = await api.get(`/Contacts/${id}?fields=Tag`);
  expect(Object.keys(some.json['data']?.[0] ?? {}).toSorted()).toEqual(['Tag', 'id']);
});

describe('search', () => {
  test('by criteria, with and and or, and by phone and word', async () => {
    const record = fake.world.org(zylker)?.records.Contacts[0];
    const found = async (parameters: Record<string, string>) => {
      const reply = await api.get(`/Contacts/search${query(parameters)}`);
      return reply.status === 204
        ? []
        : (reply.json['data'] as unknown as { id: string }[]).map(({ id }) => id);
    };
    expect(await found({ criteria: '(Tag:equals:Trade fair 2026)' })).toContain(record?.id);
    expect(await found({ criteria: '((First_Name:equals:priya)and(Last_Name:starts_with:Wat))' })).toContain(
      record?.id,
    );
    expect(await found({ criteria: '((First_Name:equals:no one)or(Last_Name:equals:nobody))' })).toEqual([]);
    expect(await found({ phone: String(record?.fields['Phone']) })).toEqual([record?.id]);
    expect(await found({ word: 'priya' })).toContain(record?.id);
    for (const criteria of ['Tag:equals:VIP', '(Tag:likes:VIP)', '(Nope:equals:1)', '((A:equals:1)']) {
      expect((await api.get(`/Contacts/search${query({ criteria })}`)).status).toBe(400);
    }
    fake.configure({ unknowns: { searchByTag: 'refused' } });
    expect((await api.get('/Contacts/search?criteria=(Tag:equals:VIP)')).status).toBe(400);
  });

  test('its index lags behind writes and deletions', async () => {
    const [id = '', other = ''] = newest(fake, 2);
    const found = async (tag: string) => {
      const reply = await api.get(`/Contacts/search?criteria=(Tag:equals:${tag})&fields=id`);
      return reply.text.includes(id) || reply.text.includes(other);
    };
    await api.post(`/Contacts/actions/add_tags?ids=${id}&tag_names=Fresh`);
    expect(await found('Fresh')).toBe(false);
    fake.clock.advance(16_000);
    expect(await found('Fresh')).toBe(true);
    await api.post(`/Contacts/actions/remove_tags?ids=${id}&tag_names=Fresh`);
    expect(await found('Fresh')).toBe(true);
    fake.clock.advance(16_000);
    expect(await found('Fresh')).toBe(false);

    fake.world.setTags(zylker, 'Contacts', other, ['Doomed']);
    fake.clock.advance(16_000);
    fake.world.deleteRecord(zylker, 'Contacts', other);
    expect(await found('Doomed')).toBe(true);
    fake.clock.advance(16_000);
    expect(await found('Doomed')).toBe(false);
  });
});

describe('COQL', () => {
  const ask = (text: string) => api.post('/coql', { select_query: text });

  test('reads records by id, ascending, with limit and offset', async () => {
    const ids = newest(fake, 3);
    const list = ids.map((id) => `'${id}'`).join(',');
    const reply = await ask(`select id, Tag from Contacts where id in (${list}) limit 200 offset 0`);
    expect((reply.json['data'] as unknown as { id: string }[]).map(({ id }) => id)).toEqual(ids.toReversed());
    expect(reply.json['data']?.[2]?.['Tag']?.[0]?.['name']).toBe('VIP');
    expect(reply.json['info']).toEqual({ count: 3, more_records: false });
    const paged = await ask(`SELECT id FROM Contacts WHERE (id in (${list})) ORDER BY id DESC LIMIT 1, 1`);
    expect(paged.json['data']).toEqual([{ id: ids[1] }]);
    expect((await ask("select id from Contacts where id = '1'")).status).toBe(204);
    const tagged = await ask("select id from Contacts where Tag = 'O\\'Brien\\'s list' limit 5");
    expect(tagged.json['info']).toEqual({ count: 5, more_records: true });
  });

  test('refuses what it cannot read', async () => {
    for (const text of [
      'select * from Contacts where id = 1',
      'select id from Contacts',
      "select id from Contacts where id in ('1'",
      "select id from Contacts where id = '1' limit 5 nonsense",
      "update Contacts set id = '1'",
    ]) {
      expect(await ask(text), text).toMatchObject({ status: 400, json: { code: 'SYNTAX_ERROR' } });
    }
    expect((await ask("select id from Nope where id = '1'")).json['code']).toBe('INVALID_MODULE');
    expect((await ask("select Nope from Contacts where id = '1'")).json['code']).toBe('INVALID_QUERY');
    expect((await ask("select id from Contacts where id = '1' limit 201")).json['code']).toBe(
      'LIMIT_EXCEEDED',
    );
    const many = newest(fake, 201)
      .map((id) => `'${id}'`)
      .join(',');
    expect((await ask(`select id from Contacts where id in (${many})`)).json['code']).toBe('LIMIT_EXCEEDED');
  });

  test('may refuse Tag, or altogether', async () => {
    const text = `select id, Tag from Contacts where id in ('${newest(fake, 1)[0]}')`;
    fake.configure({ unknowns: { coql: 'refuses-tag' } });
    expect((await ask(text)).json['code']).toBe('INVALID_QUERY');
    expect((await ask(text.replace(', Tag', ''))).status).toBe(200);
    fake.configure({ unknowns: { coql: 'leaves-tag-out' } });
    expect((await ask(text)).json).not.toHaveProperty('data.0.Tag');
    fake.configure({ unknowns: { coql: 'refused' } });
    expect((await ask(text)).status).toBe(403);
  });
});

describe('tags of a module', () => {
  test('list', async () => {
    const { json } = await api.get('/settings/tags?module=Contacts&my_tags=false');
    expect(Object.keys(json['tags']?.[0] ?? {}).toSorted()).toEqual([
      'color_code',
      'created_by',
      'created_time',
      'id',
      'modified_by',
      'modified_time',
      'name',
    ]);
    const mine = await api.get('/settings/tags?module=Contacts&my_tags=true');
    expect(Number(mine.json['info']?.['count'])).toBeLessThan(Number(json['info']?.['count']));
    expect((await api.get('/settings/tags')).json['code']).toBe('REQUIRED_PARAM_MISSING');
  });

  test('count, as a string or a number', async () => {
    const org = fake.world.org(zylker);
    const tag = org?.tags.Contacts[0];
    const count = org?.records.Contacts.filter(({ tags }) => tags.includes('VIP')).length;
    const path = `/settings/tags/${tag?.id}/actions/records_count?module=Contacts`;
    expect((await api.get(path)).json).toEqual({ count: String(count) });
    fake.configure({ unknowns: { countShape: 'number' } });
    expect((await api.get(path)).json).toEqual({ count });
  });
});
