import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { changeTags, changeUrlBytes, type TagChange } from '@/lib/bigin/endpoints/change-tags';
import { passingLessons } from '@/lib/learnt/learnt';
import { createFakeBigin, type FakeBigin } from '../../../fake-bigin/index';
import { at, clientAnswered, clientOf, newest, tagCalls, tagsOf } from '../../support/fake';

let fake: FakeBigin;
let ids: string[];

beforeEach(() => {
  fake = createFakeBigin();
  ids = newest(fake, 3);
});

const change = (changes: Partial<TagChange> = {}): TagChange => ({
  action: 'remove_tags',
  module: 'Contacts',
  ids,
  tagNames: ['VIP'],
  ...changes,
});
const account = (client: BiginClient) => ({ client, lessons: passingLessons() });
const where = { path: 'remove_tags' };
const answered = (data: unknown[], of = ids) =>
  changeTags(account(clientAnswered(() => Response.json({ data }))), change({ ids: of }));
const success = (id: unknown, tags?: unknown) => ({
  code: 'SUCCESS',
  details: { id, tags },
  message: '',
  status: 'success',
});

describe('a change of tags', () => {
  it('is asked in the query, as remove-tags documents it', async () => {
    await changeTags(account(clientOf(fake)), change({ tagNames: ['VIP', 'Trade fair 2026'] }));
    expect(at(tagCalls(fake), 0)).toMatchObject({
      method: 'POST',
      path: '/bigin/v2/Contacts/actions/remove_tags',
      query: { ids: ids.join(','), tag_names: 'VIP,Trade fair 2026' },
    });
    expect(tagsOf(fake, ids)).toEqual([[], ['Überfällig'], ['Newsletter']]);
  });

  it('of one record takes the form for one record', async () => {
    const [id = ''] = ids;
    const answers = await changeTags(account(clientOf(fake)), change({ ids: [id] }));
    expect(at(tagCalls(fake), 0)).toMatchObject({ path: `/bigin/v2/Contacts/${id}/actions/remove_tags` });
    expect(at(tagCalls(fake), 0).query).toEqual({ tag_names: 'VIP' });
    expect(answers.get(id)?.status).toBe('success');
  });

  it('that gives tags back never takes others away', async () => {
    await changeTags(account(clientOf(fake)), change({ action: 'add_tags', tagNames: ['R&D'] }));
    expect(at(tagCalls(fake), 0).query['over_write']).toBe('false');
    expect(tagsOf(fake, ids)[0]).toEqual(['VIP', 'Trade fair 2026', 'R&D']);
  });

  it('reaches every tag name that Bigin can hold, but one with a comma', async () => {
    const names = fake.world.orgs.flatMap((org) => org.tags.Contacts.map(({ name }) => name));
    for (const name of new Set(names)) {
      const [id = ''] = ids;
      fake.world.setTags('942010964', 'Contacts', id, [name, 'stays']);
      await changeTags(account(clientOf(fake)), change({ tagNames: [name] }));
      expect(fake.world.tagsOf('942010964', 'Contacts', id)).toEqual(['stays']);
    }
  });

  it.each([[[]], [['']], [[' ']], [['VIP', '']], [['\u00a0']]])(
    'is never asked without a name: %j',
    async (tagNames) => {
      fake.configure({ unknowns: { removeWithoutName: 'removes-all' } });
      await expect(changeTags(account(clientOf(fake)), change({ tagNames }))).rejects.toThrow(
        'A tag name is needed',
      );
      expect(fake.requests).toEqual([]);
    },
  );

  it('knows the bytes of its URL', async () => {
    const send = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ data: [] })));
    const client = new BiginClient({
      apiDomain: 'https://x',
      accessToken: () => Promise.resolve('t'),
      fetch: send,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^\d{15,19}$/), { minLength: 1, maxLength: 20 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('add_tags', 'remove_tags'),
        async (anyIds, tagNames, action) => {
          fc.pre(tagNames.every((name) => name.trim() !== ''));
          send.mockClear();
          const any: TagChange = { action, module: 'Contacts', ids: anyIds, tagNames };
          await changeTags(account(client), any);
          const { href, origin } = new URL(new Request(send.mock.calls[0]?.[0] ?? '').url);
          // A browser also encodes apostrophes.
          expect(changeUrlBytes(any)).toBe(href.replaceAll('%27', "'").length - origin.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what Bigin says of each record', () => {
  it('is matched by id, in whatever order', async () => {
    fake.configure({ unknowns: { elementOrder: 'shuffled' } });
    fake.fail({ where, what: { kind: 'records', ids: [at(ids, 1)], code: 'RECORD_LOCKED', message: 'x' } });
    const answers = await changeTags(account(clientOf(fake)), change());
    expect(ids.map((id) => answers.get(id)?.code)).toEqual(['SUCCESS', 'RECORD_LOCKED', 'SUCCESS']);
  });

  it.each([200, 202, 207] as const)('is read from a mixed answer with status %i', async (mixedStatus) => {
    fake.configure({ unknowns: { mixedStatus } });
    const answers = await changeTags(
      account(clientOf(fake)),
      change({ ids: [at(ids, 0), '7618134000000999999'] }),
    );
    expect(answers.get(at(ids, 0))).toMatchObject({ status: 'success' });
    expect(answers.get('7618134000000999999')).toMatchObject({ status: 'error', code: 'INVALID_DATA' });
  });

  it.each([200, 202, 207, 400] as const)('is read where all failed, with status %i', async (failedStatus) => {
    fake.configure({ unknowns: { failedStatus } });
    const gone = ['7618134000000999998', '7618134000000999999'];
    const answers = await changeTags(account(clientOf(fake)), change({ ids: gone }));
    expect([...answers.values()].map(({ code }) => code)).toEqual(['INVALID_DATA', 'INVALID_DATA']);
  });

  it('is missing where the answer leaves the record out', async () => {
    fake.fail({ where, what: { kind: 'body', spoilt: 'missing-element' } });
    const answers = await changeTags(account(clientOf(fake)), change());
    expect([...answers.keys()]).toEqual(ids.slice(0, 2));
  });

  it('counts once where the answer repeats it', async () => {
    fake.fail({ where, what: { kind: 'body', spoilt: 'duplicated-elements' } });
    expect([...(await changeTags(account(clientOf(fake)), change())).keys()]).toEqual(ids);
  });

  it('is not taken for records that were not asked', async () => {
    const answers = await answered([success('7618134000000000001'), success(at(ids, 0))]);
    expect([...answers.keys()]).toEqual([at(ids, 0)]);
  });

  it('is nobody’s where the id is a number, which has lost its last digits', async () => {
    expect(await answered([success(Number(at(ids, 0)))])).toEqual(new Map());
    const one = ids.slice(0, 1);
    expect(await answered([success(Number(at(ids, 0)))], one)).toEqual(new Map());
  });

  it('needs no id in the form for one record', async () => {
    const one = ids.slice(0, 1);
    expect((await answered([{ code: 'SUCCESS', status: 'success' }], one)).get(at(ids, 0))?.status).toBe(
      'success',
    );
    expect(await answered([{ code: 'SUCCESS', status: 'success', details: {} }])).toEqual(new Map());
  });

  it.each([
    ['strings', ['A', 'B'], ['A', 'B']],
    ['objects', [{ name: 'A', id: '1', color_code: '#123456' }, { name: 'B' }], ['A', 'B']],
    ['nothing', undefined, []],
    ['null', null, []],
  ])('may hold its tags as %s', async (_, tags, names) => {
    expect((await answered([success(at(ids, 0), tags)])).get(at(ids, 0))?.tags ?? []).toEqual(names);
  });

  it('holds good whatever stands in its tags, which are a hint only', async () => {
    const answers = await answered([success(at(ids, 0), [{ id: '1' }, 7]), success(at(ids, 1), 'VIP')]);
    expect(ids.map((id) => answers.get(id)?.status)).toEqual(['success', 'success', undefined]);
  });

  it.each(['after', 'before', 'removed'] as const)(
    'is the same whatever its tags stand for: %s',
    async (detailsTags) => {
      fake.configure({ unknowns: { detailsTags, detailsTagsShape: 'objects' } });
      const answers = await changeTags(account(clientOf(fake)), change());
      expect([...answers.values()].map(({ status }) => status)).toEqual(['success', 'success', 'success']);
    },
  );
});
