import { describe, expect, it } from 'vitest';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { readOwnName } from '@/lib/bigin/endpoints/tags';
import { readTags } from '@/lib/preview/read-tags';
import recorded from '../../../fake-bigin/recorded/get-org.json';
import { createFakeBigin } from '../../../fake-bigin/index';
import { clientAnswered, clientOf } from '../../support/fake';
import { problemOf } from '../../support/problem-of';

describe('the organization of a token', () => {
  it('is read from the answer that was recorded', async () => {
    expect(await readOrg(clientAnswered(() => Response.json(recorded.body)))).toEqual({
      id: '7618134000000020005',
      name: 'Example Org',
      domain: 'org942010964',
    });
  });

  it('has a name in any script', async () => {
    const apiDomain = 'https://www.zohoapis.sa';
    const org = await readOrg(clientOf(createFakeBigin(), { zgid: '50011122266', apiDomain }));
    expect(org).toMatchObject({ name: 'واحة التجارة', domain: 'org50011122266' });
  });

  it('is not made up where the answer has none', async () => {
    expect((await problemOf(readOrg(clientAnswered(() => Response.json({ org: [] }))))).code).toBe(
      'answerUnreadable',
    );
    expect((await problemOf(readOrg(clientAnswered(() => new Response(null, { status: 204 }))))).code).toBe(
      'answerUnreadable',
    );
  });
});

describe('an organization that is none', () => {
  const valid = { id: '1', company_name: 'Zylker', domain_name: 'org1' };
  const read = (changes: object) =>
    readOrg(clientAnswered(() => Response.json({ org: [{ ...valid, ...changes }] })));

  it.each([
    ['has another word for itself', { domain_name: 'zylker' }],
    ['would be a key of the storage', { domain_name: 'org1:$' }],
    ['has a name without an end', { company_name: 'Z'.repeat(10_000) }],
  ])('%s: it is not taken', async (_, changes) => {
    expect(await read({})).toEqual({ id: '1', name: 'Zylker', domain: 'org1' });
    expect((await problemOf(read(changes))).code).toBe('answerUnreadable');
  });
});

describe('the tags of a record', () => {
  const read = async (Tag: unknown) => {
    const client = clientAnswered(() => Response.json({ data: [{ id: '7618134000000632028', Tag }] }));
    return [...(await readTags(client, 'Contacts', ['7618134000000632028'])).values()][0];
  };

  it('have a colour only where it is one', async () => {
    const tags = [
      { name: 'A', color_code: 'red' },
      { name: 'B', color_code: null },
      { name: 'C', color_code: '#57b1FD' },
      'D',
    ];
    expect(await read(tags)).toEqual([
      { name: 'A' },
      { name: 'B' },
      { name: 'C', color: '#57b1FD' },
      { name: 'D' },
    ]);
  });

  it('are none where the field is empty, and unknown where it is missing or something else', async () => {
    expect(await read([])).toEqual([]);
    expect(await read(null)).toEqual([]);
    for (const odd of [undefined, 'VIP', {}, 7]) {
      expect((await problemOf(read(odd))).code).toBe('answerUnreadable');
    }
  });
});

describe('the name of a token’s user', () => {
  it('is read from a tag that they made', async () => {
    const fake = createFakeBigin();
    expect(await readOwnName(clientOf(fake))).toBe('Dana Zylker');
    expect(fake.requests.at(-1)?.query).toEqual({ module: 'Contacts', my_tags: 'true' });
  });

  it('is left out where Bigin does not tell it', async () => {
    expect(await readOwnName(clientAnswered(() => new Response(null, { status: 204 })))).toBeUndefined();
    expect(await readOwnName(clientAnswered(() => new Response('<html>', { status: 500 })))).toBeUndefined();
    const endless = { tags: [{ created_by: { name: 'D'.repeat(10_000) } }] };
    expect(await readOwnName(clientAnswered(() => Response.json(endless)))).toBeUndefined();
  });
});
