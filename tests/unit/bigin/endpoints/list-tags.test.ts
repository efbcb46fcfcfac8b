import { beforeEach, describe, expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { countTaggedRecords, listTags } from '@/lib/bigin/endpoints/list-tags';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import { at, clientAnswered, clientOf, zylker } from '../../support/fake';
import { problemOf } from '../../support/problem-of';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

/** A client that is answered with page after page, by the number it asks for; the last one again and again. */
function clientOfPages(pages: object[]): { client: BiginClient; asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  const client = new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve('token'),
    fetch: (input) => {
      const page = new URL(new Request(input).url).searchParams.get('page');
      asked.push(page);
      return Promise.resolve(Response.json(pages[Number(page ?? 1) - 1] ?? at(pages, -1)));
    },
  });
  return { client, asked };
}
const tag = (id: string) => ({ id, name: `Tag ${id}`, color_code: '#57B1FD' });
const more = { more_records: true };

describe('the tags of a module', () => {
  it('are all of them, whoever made them, with id and colour', async () => {
    const tags = await listTags(clientOf(fake), 'Accounts');
    const known = fake.world.org(zylker)?.tags.Accounts ?? [];
    expect(tags).toEqual(known.map(({ id, name, colorCode }) => ({ id, name, color: colorCode })));
    expect(tags.map(({ name }) => name)).toContain('Retail, wholesale');
    expect(fake.requests.map(({ query }) => query)).toEqual([{ module: 'Accounts', my_tags: 'false' }]);
  });

  it('are none where the module has none', async () => {
    for (const { name } of await listTags(clientOf(fake), 'Calls'))
      fake.world.deleteTag(zylker, 'Calls', name);
    expect(await listTags(clientOf(fake), 'Calls')).toEqual([]);
    expect(at(fake.requests, -1).status).toBe(204);
  });

  it('need leave to read tags, and no other', async () => {
    const scopes = ['ZohoBigin.settings.tags.READ'];
    expect((await listTags(clientOf(fake, { scopes }), 'Contacts')).length).toBeGreaterThan(0);
    const other = clientOf(fake, { scopes: ['ZohoBigin.modules.contacts.READ'] });
    expect(await problemOf(listTags(other, 'Contacts'))).toEqual({
      code: 'scopeMissing',
      values: { scope: 'ZohoBigin.settings.tags.READ' },
    });
  });

  it('have a colour only where it is one', async () => {
    const tags = [
      { id: '1', name: 'A', color_code: 'red' },
      { id: '2', name: 'B', color_code: null },
      { id: '3', name: 'C' },
    ];
    const client = clientAnswered(() => Response.json({ tags }));
    expect(await listTags(client, 'Contacts')).toEqual([
      { id: '1', name: 'A' },
      { id: '2', name: 'B' },
      { id: '3', name: 'C' },
    ]);
  });

  it('are read on where an answer says that there is more', async () => {
    const { client, asked } = clientOfPages([
      { tags: [tag('1'), tag('2')], info: more },
      { tags: [tag('2'), tag('3')], info: { more_records: false } },
    ]);
    expect((await listTags(client, 'Contacts')).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(asked).toEqual([null, '2']);
  });

  it('are not read forever where the same page comes again', async () => {
    const { client, asked } = clientOfPages([{ tags: [tag('1')], info: more }]);
    expect((await problemOf(listTags(client, 'Contacts'))).code).toBe('answerUnreadable');
    expect(asked).toEqual([null, '2']);
  });

  it('are not read forever where each page brings others', async () => {
    let last = 0;
    const client = clientAnswered(() => {
      const tags = Array.from({ length: 500 }, () => tag(String(last++)));
      return Response.json({ tags, info: more });
    });
    expect((await problemOf(listTags(client, 'Contacts'))).code).toBe('answerUnreadable');
    expect(last).toBeLessThan(11_000);
  });

  it.each([
    [{ tags: [{ name: 'A' }] }],
    [{ tags: [{ id: 1, name: 'A' }] }],
    [{ tags: [{ id: '../org', name: 'A' }] }],
    [{ tags: ['A'] }],
    [{}],
  ])('are not made up from %j', async (body) => {
    const client = clientAnswered(() => Response.json(body));
    expect((await problemOf(listTags(client, 'Contacts'))).code).toBe('answerUnreadable');
  });
});

describe('the number of records that carry a tag', () => {
  it.each(['string', 'number'] as const)('is read where it is a %s', async (countShape) => {
    fake.configure({ unknowns: { countShape } });
    const vip = at(
      (await listTags(clientOf(fake), 'Contacts')).filter(({ name }) => name === 'VIP'),
      0,
    );
    const records = fake.world.org(zylker)?.records.Contacts ?? [];
    expect(await countTaggedRecords(clientOf(fake), 'Contacts', vip.id)).toBe(
      records.filter(({ tags }) => tags.includes('VIP')).length,
    );
    expect(at(fake.requests, -1)).toMatchObject({
      path: `/bigin/v2/settings/tags/${vip.id}/actions/records_count`,
      query: { module: 'Contacts' },
    });
  });

  it('is 0 for a tag that nothing carries', async () => {
    const { id } = fake.world.ensureTag(zylker, 'Contacts', 'fresh');
    expect(await countTaggedRecords(clientOf(fake), 'Contacts', id)).toBe(0);
  });

  it.each([
    { count: 'many' },
    { count: '' },
    { count: -1 },
    { count: 1.5 },
    { count: null },
    { count: '9'.repeat(400) },
    {},
  ])('is not made up from %j', async (body) => {
    const client = clientAnswered(() => Response.json(body));
    expect((await problemOf(countTaggedRecords(client, 'Contacts', '1'))).code).toBe('answerUnreadable');
  });

  it('is unknown where the answer is empty, or the tag is gone', async () => {
    const nothing = clientAnswered(() => new Response(null, { status: 204 }));
    expect((await problemOf(countTaggedRecords(nothing, 'Contacts', '1'))).code).toBe('answerUnreadable');
    expect((await problemOf(countTaggedRecords(clientOf(fake), 'Contacts', '1'))).code).toBe('refused');
  });
});
