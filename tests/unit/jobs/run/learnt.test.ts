import { beforeEach, describe, expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { at, newest, tagCalls, tagsOf, zylker } from '../../support/fake';
import { JobWorld } from '../../support/job-world';

let world: JobWorld;
let ids: string[];

beforeEach(async () => {
  world = await JobWorld.create();
  ids = newest(world.fake, 3);
});

/** Calls that read tags after the first change. */
const readings = () => {
  const paths = world.fake.requests.map(({ path }) => path);
  const first = paths.findIndex((path) => path.includes('/actions/'));
  return paths.slice(first).filter((path) => path.endsWith('/coql')).length;
};
const remove = async (tag: string, of = ids) => world.ended((await world.start([tag], of)).id);

/** A client that is told of each change that it succeeded, though nothing was done. */
function clientThatOnlyClaims(): BiginClient {
  const { accessToken } = world.fake.issueToken({ zgid: zylker });
  return new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve(accessToken),
    fetch: (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes('/actions/')) return world.fake.fetch(request);
      const data = ids.map((id) => ({
        code: 'SUCCESS',
        details: { id, tags: world.fake.world.tagsOf(zylker, 'Contacts', id) },
        message: '',
        status: 'success',
      }));
      return Promise.resolve(Response.json({ data }));
    },
  });
}

describe('what `details.tags` holds', () => {
  it('is learnt from an answer that shows the tags afterwards, without any reading', async () => {
    await remove('VIP');
    expect(world.lessons.known.detailsTags).toBe('after');
    expect(readings()).toBe(0);
  });

  it('fills the account where it is the tags afterwards', async () => {
    const { job } = await remove('VIP');
    const [batch] = await world.journal.readBatches(job.id);
    expect(batch?.records.map(({ after }) => after)).toEqual([
      ['Trade fair 2026'],
      ['Newsletter', 'Trade fair 2026'],
    ]);
  });

  it.each(['before', 'removed'] as const)(
    'is learnt by reading once where it names what was removed: %s',
    async (detailsTags) => {
      world.fake.configure({ unknowns: { detailsTags } });
      expect(await remove('VIP')).toMatchObject({ changed: 2, failed: [] });
      expect(world.lessons.known.detailsTags).toBe('other');
      expect(readings()).toBe(1);
      expect(await remove('Trade fair 2026')).toMatchObject({ changed: 3, failed: [] });
      expect(readings()).toBe(0);
    },
  );

  it('is learnt from as few records as a call reads, and tells of all the others', async () => {
    world.fake.configure({ unknowns: { detailsTags: 'before' } });
    ids = newest(world.fake, 1600);
    const { total, changed, failed } = await remove('Trade fair 2026');
    expect(total).toBeGreaterThan(200);
    expect([changed, failed]).toEqual([total, []]);
    expect(readings()).toBe(1);
  });

  it('is checked by reading where it names a tag that should be gone, and is not', async () => {
    await remove('VIP');
    world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(clientThatOnlyClaims())) });
    const { changed, failed } = await remove('Trade fair 2026');
    expect(changed).toBe(0);
    expect(failed.map(({ code }) => code)).toEqual(['NOT_CHANGED', 'NOT_CHANGED', 'NOT_CHANGED']);
  });
});

describe('whether letter case counts', () => {
  it.each([
    ['exact', true],
    ['ignored', false],
  ] as const)('is learnt by reading once: %s', async (tagCase, caseCounts) => {
    world.fake.configure({ unknowns: { tagCase } });
    const first = at(ids, 0);
    world.fake.world.setTags(zylker, 'Contacts', first, ['VIP', 'vip', 'Newsletter', 'NEWSLETTER']);
    await remove('VIP', [first]);
    expect(world.lessons.known.caseCounts).toBe(caseCounts);
    expect(readings()).toBe(1);
    const { job, changedTags } = await remove('Newsletter', [first]);
    expect(readings()).toBe(0);
    expect(changedTags).toEqual(caseCounts ? ['Newsletter'] : ['Newsletter', 'NEWSLETTER']);
    await world.runner.undo(job.id, 'undo');
    await world.ended('undo');
    expect(at(tagsOf(world.fake, [first]), 0)).toEqual(expect.arrayContaining(['Newsletter', 'NEWSLETTER']));
  });
});

describe('the form of add_tags', () => {
  it('that is refused is tried once a connection, and no more', async () => {
    world.fake.configure({ unknowns: { addTagsForm: 'body' } });
    for (const tag of ['VIP', 'Trade fair 2026']) {
      const { job } = await remove(tag);
      await world.runner.undo(job.id, `undo-${tag}`);
      await world.ended(`undo-${tag}`);
    }
    const added = tagCalls(world.fake).filter(({ path }) => path.endsWith('add_tags'));
    expect(world.lessons.known.addTagsForm).toBe('body');
    expect(added.map(({ status }) => status)).toEqual([200]);
  });
});
