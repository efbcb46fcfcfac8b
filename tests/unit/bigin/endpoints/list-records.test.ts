import { beforeEach, describe, expect, it } from 'vitest';
import { firstPage, isPlaceRefused, listRecords, type Place } from '@/lib/bigin/endpoints/list-records';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import recorded from '../../../fake-bigin/recorded/get-contacts.json';
import { at, clientAnswered, clientOf, newest, tagsOf, zylker } from '../../support/fake';
import { problemOf } from '../../support/problem-of';

let fake: FakeBigin;

beforeEach(() => {
  fake = createFakeBigin();
});

const oldest = (count: number, module: 'Contacts' | 'Products' = 'Contacts') =>
  newest(fake, 3000, module).toReversed().slice(0, count);
const lastQuery = () => at(fake.requests, -1).query;

/** The place after a page that Bigin says more of. */
async function placeAfter(place: Place, cvid?: string): Promise<Place> {
  const { next } = await listRecords(clientOf(fake), 'Contacts', { cvid, place });
  if (typeof next === 'string') throw new Error(`the list goes no further: ${next}`);
  return next;
}

describe('a page of a module’s records', () => {
  it('holds 200 of them with their tags, the oldest first', async () => {
    const page = await listRecords(clientOf(fake), 'Contacts');
    const ids = page.records.map(({ id }) => id);
    expect(ids).toEqual(oldest(200));
    expect(page.records.map(({ tags }) => tags.map(({ name }) => name))).toEqual(tagsOf(fake, ids));
    expect(at(fake.requests, 0)).toMatchObject({ method: 'GET', path: '/bigin/v2/Contacts' });
    expect(lastQuery()).toEqual({ fields: 'id,Tag', per_page: '200', sort_by: 'id', sort_order: 'asc' });
  });

  it('needs no more than leave to read the module', async () => {
    const client = clientOf(fake, { scopes: ['ZohoBigin.modules.contacts.READ'] });
    expect((await listRecords(client, 'Contacts')).records).toHaveLength(200);
  });

  it('holds a custom view’s records alone, where one is given', async () => {
    const cvid = at(fake.world.org(zylker)?.views.Contacts ?? [], 1).id;
    const { records } = await listRecords(clientOf(fake), 'Contacts', { cvid });
    expect(records).toHaveLength(200);
    for (const { tags } of records) expect(tags.map(({ name }) => name)).toContain('VIP');
  });

  it('is the last one where Bigin has no more', async () => {
    const page = await listRecords(clientOf(fake), 'Products');
    expect(page.next).toBe('end');
    expect(page.records.map(({ id }) => id)).toEqual(oldest(150, 'Products'));
  });

  it('is empty, and the last one, where Bigin has no record', async () => {
    for (const id of newest(fake, 150, 'Products')) fake.world.deleteRecord(zylker, 'Products', id);
    expect(await listRecords(clientOf(fake), 'Products')).toEqual({ records: [], next: 'end' });
    expect(at(fake.requests, 0).status).toBe(204);
  });

  it('takes tags as names too', async () => {
    fake.configure({ unknowns: { recordTagShape: 'strings' } });
    const { records } = await listRecords(clientOf(fake), 'Contacts');
    const ids = records.map(({ id }) => id);
    expect(records.map(({ tags }) => tags.map(({ name }) => name))).toEqual(tagsOf(fake, ids));
  });
});

describe('the page after it', () => {
  it('is asked for by token, beside the same parameters and no number', async () => {
    const cvid = at(fake.world.org(zylker)?.views.Contacts ?? [], 0).id;
    const place = await placeAfter(firstPage, cvid);
    const { records } = await listRecords(clientOf(fake), 'Contacts', { cvid, place });
    expect(records.map(({ id }) => id)).toEqual(oldest(400).slice(200));
    expect(lastQuery()).toEqual({
      fields: 'id,Tag',
      per_page: '200',
      sort_by: 'id',
      sort_order: 'asc',
      cvid,
      page_token: place.token,
    });
  });

  it.each([
    ['an answer without a token', {}],
    ['a token that is null', { next_page_token: null }],
    ['a token that is empty', { next_page_token: '' }],
  ])('has the next number after %s, up to the tenth', async (_, token) => {
    const more = clientAnswered(() => Response.json({ data: [], info: { more_records: true, ...token } }));
    expect((await listRecords(more, 'Contacts')).next).toEqual({ page: 2 });
    expect((await listRecords(more, 'Contacts', { place: { page: 9 } })).next).toEqual({ page: 10 });
    expect((await listRecords(more, 'Contacts', { place: { page: 10 } })).next).toBe('unreachable');
    expect((await listRecords(more, 'Contacts', { place: { page: 12, token: 'a' } })).next).toBe(
      'unreachable',
    );
  });

  it('is asked for by its number where that is all there is', async () => {
    const { records } = await listRecords(clientOf(fake), 'Contacts', { place: { page: 10 } });
    expect(records.map(({ id }) => id)).toEqual(oldest(2000).slice(1800));
    expect(lastQuery()).toMatchObject({ page: '10' });
    expect(lastQuery()).not.toHaveProperty('page_token');
  });

  it('has a token beyond the first 2,000 records', async () => {
    let place: Place = firstPage;
    while (place.page < 11) place = await placeAfter(place);
    const { records } = await listRecords(clientOf(fake), 'Contacts', { place });
    expect(records.map(({ id }) => id)).toEqual(oldest(2200).slice(2000));
  });

  it('is refused once its token is a day old', async () => {
    fake.configure({ limits: { accessTokenSeconds: 200_000 } });
    const client = clientOf(fake);
    const place = await placeAfter(firstPage);
    fake.clock.advance(86_400_001);
    const error: unknown = await listRecords(client, 'Contacts', { place }).catch(
      (thrown: unknown) => thrown,
    );
    expect(isPlaceRefused(error, place)).toBe(true);
    // The same code without a token is about something else.
    expect(isPlaceRefused(error, firstPage)).toBe(false);
  });
});

describe('an answer that is not a page', () => {
  const record = { id: '7618134000000632028', Tag: [] };
  const info = { more_records: false };

  it('is one where nothing is wrong', async () => {
    const client = clientAnswered(() => Response.json({ data: [record], info }));
    expect((await listRecords(client, 'Contacts')).records).toEqual([{ id: record.id, tags: [] }]);
  });

  it.each([
    ['says nothing of tags', recorded.body],
    ['has an id that is a number', { data: [{ ...record, id: 7 }], info }],
    ['has an id that is none', { data: [{ ...record, id: '../org' }], info }],
    ['does not say whether there is more', { data: [record], info: {} }],
    ['has no info', { data: [record] }],
    ['has no records', { info }],
  ])('%s: it is unreadable', async (_, body) => {
    const client = clientAnswered(() => Response.json(body));
    expect((await problemOf(listRecords(client, 'Contacts'))).code).toBe('answerUnreadable');
  });

  it('is an error of Bigin', async () => {
    fake.world.forbidModule(zylker, 'Contacts');
    expect((await problemOf(listRecords(clientOf(fake), 'Contacts'))).code).toBe('noPermission');
    const noSuchView = listRecords(clientOf(fake), 'Accounts', { cvid: '1' });
    expect(await problemOf(noSuchView)).toEqual({ code: 'refused', values: { code: 'INVALID_DATA' } });
  });
});
