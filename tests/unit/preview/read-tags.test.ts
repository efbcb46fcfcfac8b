import { beforeEach, describe, expect, it } from 'vitest';
import { tagReaders } from '@/lib/bigin/endpoints/record-tags';
import { readTags } from '@/lib/preview/read-tags';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { at, clientAnswered, clientOf, newest, tagsOf, zylker } from '../support/fake';
import { problemOf } from '../support/problem-of';

let fake: FakeBigin;
const gone = '7618134000000999999';

beforeEach(() => {
  fake = createFakeBigin();
});

async function read(ids: string[]): Promise<string[][]> {
  const found = await readTags(clientOf(fake), 'Contacts', ids);
  return ids.map((id) => (found.get(id) ?? []).map(({ name }) => name));
}
const calls = () =>
  fake.requests.map(({ path, query }) => (path.endsWith('/coql') ? 'coql' : query['ids'] ? 'ids' : 'single'));

describe('reading the tags of records', () => {
  it.each(tagReaders)('$name reads them, and leaves out records that are gone', async (reader) => {
    const ids = newest(fake, Math.min(reader.limit, 3));
    const found = await reader.read(clientOf(fake), 'Contacts', ids);
    expect([...found.keys()].toSorted()).toEqual(ids.toSorted());
    expect(ids.map((id) => found.get(id)?.map(({ name }) => name))).toEqual(tagsOf(fake, ids));
    expect((await reader.read(clientOf(fake), 'Contacts', [gone])).size).toBe(0);
  });

  it.each([
    ['COQL', {}, ['coql']],
    ['ids, where COQL is refused', { coql: 'refused' }, ['coql', 'ids']],
    ['ids, where COQL does not know the field', { coql: 'refuses-tag' }, ['coql', 'ids']],
    ['ids, where COQL leaves the field out', { coql: 'leaves-tag-out' }, ['coql', 'ids']],
    [
      'one call a record, where both are refused',
      { coql: 'refused', idsParameter: 'refused' },
      ['coql', 'ids', 'coql', 'single', 'single', 'single'],
    ],
    [
      'one call a record, where ids are ignored and others answered',
      { coql: 'refused', idsParameter: 'ignored' },
      ['coql', 'ids', 'coql', 'single', 'single', 'single'],
    ],
  ] as const)('takes %s', async (_, unknowns, expected) => {
    fake.configure({ unknowns });
    // Not the newest ones, which an ignored `ids=` answers.
    const ids = newest(fake, 503).slice(500);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
    expect(calls()).toEqual(expected);
  });

  it('takes tags as names too', async () => {
    fake.configure({ unknowns: { recordTagShape: 'strings' } });
    const ids = newest(fake, 3);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
  });

  it('of many records asks for as many at once as Bigin takes', async () => {
    fake.configure({ limits: { coqlInValues: 200 } });
    const ids = newest(fake, 450);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
    expect(calls()).toEqual(['coql', 'coql', 'coql']);
  });

  it('goes on with the next way where COQL takes fewer values', async () => {
    fake.configure({ limits: { coqlInValues: 50 } });
    const ids = newest(fake, 250);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
    expect(calls()).toEqual(['coql', 'ids', 'ids', 'ids']);
  });

  it('takes fewer values by COQL before it takes single records', async () => {
    fake.configure({ limits: { coqlInValues: 50 }, unknowns: { idsParameter: 'refused' } });
    const ids = newest(fake, 110);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
    expect(calls()).toEqual(['coql', 'ids', 'coql', 'coql', 'coql']);
  });

  it.each(['truncated', 'html', 'empty'] as const)('goes on where COQL’s answer is %s', async (spoilt) => {
    fake.fail({ where: { path: 'coql' }, what: { kind: 'body', spoilt } });
    const ids = newest(fake, 3);
    expect(await read(ids)).toEqual(tagsOf(fake, ids));
    expect(calls()).toEqual(['coql', 'ids']);
  });

  it('needs no scope for COQL', async () => {
    const scopes = ['ZohoBigin.modules.contacts.READ'];
    const ids = newest(fake, 3);
    const found = await readTags(clientOf(fake, { scopes }), 'Contacts', ids);
    expect([...found.keys()].toSorted()).toEqual(ids.toSorted());
  });

  it.each(['coql', 'ids', 'single'] as const)('leaves out records that are gone, by %s', async (way) => {
    fake.configure({
      unknowns: {
        coql: way === 'coql' ? 'works' : 'refused',
        idsParameter: way === 'single' ? 'refused' : 'honoured',
      },
    });
    const [first = '', second = ''] = newest(fake, 2);
    fake.world.deleteRecord(zylker, 'Contacts', first);
    const found = await readTags(clientOf(fake), 'Contacts', [first, second, gone]);
    expect([...found.keys()]).toEqual([second]);
  });

  it.each(['INVALID_DATA', 'RESOURCE_NOT_FOUND'])(
    'leaves out a record whose page answers %s',
    async (code) => {
      fake.configure({ unknowns: { coql: 'refused', idsParameter: 'refused' } });
      const [first = '', second = ''] = newest(fake, 2);
      fake.fail({ where: { path: `${first}$` }, what: { kind: 'status', status: 400, code, message: 'x' } });
      expect([...(await readTags(clientOf(fake), 'Contacts', [first, second])).keys()]).toEqual([second]);
    },
  );

  it('never names records that were not asked', async () => {
    const data = [
      { id: at(newest(fake, 1), 0), Tag: [] },
      { id: gone, Tag: [] },
    ];
    const always = clientAnswered(() => Response.json({ data }));
    expect((await problemOf(readTags(always, 'Contacts', newest(fake, 1)))).code).toBe('answerUnreadable');
  });

  it.each([
    [401, 'INVALID_TOKEN', 'signInNeeded'],
    [401, 'AUTHENTICATION_FAILURE', 'signInNeeded'],
    [429, 'TOO_MANY_REQUESTS', 'tooManyRequests'],
    [500, 'INTERNAL_ERROR', 'serverError'],
  ] as const)('does not try another way on %i %s', async (status, code, problem) => {
    fake.fail({ where: {}, times: 2, what: { kind: 'status', status, code, message: 'x' } });
    expect((await problemOf(read(newest(fake, 3)))).code).toBe(problem);
    expect(new Set(calls())).toEqual(new Set(['coql']));
  });

  it('says what keeps the last way from working', async () => {
    fake.world.forbidModule(zylker, 'Contacts');
    expect((await problemOf(read(newest(fake, 3)))).code).toBe('noPermission');
  });

  it('asks nothing for nothing', async () => {
    expect(await read([])).toEqual([]);
    expect(fake.requests).toEqual([]);
  });
});
