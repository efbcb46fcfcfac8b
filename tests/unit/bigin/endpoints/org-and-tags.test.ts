import { describe, expect, it } from 'vitest';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { listTags } from '@/lib/bigin/endpoints/tags';
import recorded from '../../../fake-bigin/recorded/get-org.json';
import { createFakeBigin } from '../../../fake-bigin/index';
import { clientAnswered, clientOf, nordlicht } from '../../support/fake';
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

describe('the tags of a module', () => {
  it('are all of them, not the user’s own alone', async () => {
    const fake = createFakeBigin();
    const apiDomain = 'https://www.zohoapis.eu';
    const tags = await listTags(clientOf(fake, { zgid: nordlicht, apiDomain }), 'Contacts');
    expect(tags.map(({ name }) => name)).toEqual(
      fake.world.org(nordlicht)?.tags.Contacts.map(({ name }) => name),
    );
    expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining(['VIP', 'vip']));
    expect(tags[0]?.color).toMatch(/^#[\dA-F]{6}$/);
  });

  it('are none where Bigin answers 204', async () => {
    expect(
      await listTags(
        clientAnswered(() => new Response(null, { status: 204 })),
        'Contacts',
      ),
    ).toEqual([]);
  });

  it('have a colour only where it is one', async () => {
    const tags = [
      { name: 'A', color_code: 'red' },
      { name: 'B', color_code: null },
      { name: 'C', color_code: '#57b1FD' },
      'D',
    ];
    expect(
      await listTags(
        clientAnswered(() => Response.json({ tags })),
        'Contacts',
      ),
    ).toEqual([{ name: 'A' }, { name: 'B' }, { name: 'C', color: '#57b1FD' }, { name: 'D' }]);
  });

  it('are not taken for none where the answer is not a list of tags', async () => {
    for (const body of [{}, { tags: 'VIP' }, { data: [] }]) {
      const list = listTags(
        clientAnswered(() => Response.json(body)),
        'Contacts',
      );
      expect((await problemOf(list)).code).toBe('answerUnreadable');
    }
  });
});
