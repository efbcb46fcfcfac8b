import { beforeEach, describe, expect, it } from 'vitest';
import { at, newest, tagCalls, tagsOf, zylker } from '../../support/fake';
import { JobWorld } from '../../support/job-world';

let world: JobWorld;

beforeEach(async () => {
  world = await JobWorld.create();
});

const calls = () => tagCalls(world.fake);
/** Records of the fake that carry the tag. */
const withTag = (count: number, tag = 'Trade fair 2026') =>
  newest(world.fake, 3000)
    .filter((id) => world.fake.world.tagsOf(zylker, 'Contacts', id).includes(tag))
    .slice(0, count);

describe('a call that Bigin refuses for one of its records', () => {
  beforeEach(() => world.fake.configure({ unknowns: { unknownRecord: 'refuses-call' } }));

  it('is cut down until that record is found; all others are changed', async () => {
    const ids = withTag(400);
    const gone = at(ids, 217);
    const { id } = await world.start(['Trade fair 2026'], ids);
    world.fake.world.deleteRecord(zylker, 'Contacts', gone);
    const { failed, changed, job } = await world.ended(id);
    expect(job.state).toBe('finished');
    expect(failed).toEqual([{ id: gone, code: 'INVALID_DATA' }]);
    expect(changed).toBe(399);
    const others = ids.filter((each) => each !== gone);
    expect(tagsOf(world.fake, others).flat()).not.toContain('Trade fair 2026');
    // Two calls for each halving, and the one before.
    expect(calls().length).toBeLessThanOrEqual(1 + 2 * 9);
  });

  it('finds several', async () => {
    const ids = withTag(300);
    const gone = [3, 4, 150, 299].map((index) => at(ids, index));
    const { id } = await world.start(['Trade fair 2026'], ids);
    for (const each of gone) world.fake.world.deleteRecord(zylker, 'Contacts', each);
    const { failed, changed } = await world.ended(id);
    expect(failed.map((each) => each.id).toSorted()).toEqual(gone.toSorted());
    expect(changed).toBe(296);
  });

  it('fails with its only record', async () => {
    const [only = ''] = withTag(1);
    const { id } = await world.start(['Trade fair 2026'], [only]);
    world.fake.world.deleteRecord(zylker, 'Contacts', only);
    expect((await world.ended(id)).failed).toEqual([{ id: only, code: 'INVALID_DATA' }]);
  });
});

describe('calls that Bigin refuses whatever their records are', () => {
  it('stop the job after a few, and leave its records as they are', async () => {
    world.fake.fail({
      where: { path: 'remove_tags' },
      times: 10_000,
      what: { kind: 'status', status: 400, code: 'NOT_SUPPORTED', message: 'x' },
    });
    const ids = withTag(400);
    const { id } = await world.start(['Trade fair 2026'], ids);
    const { job, settled, failed } = await world.ended(id);
    expect(job).toMatchObject({
      state: 'stopped',
      problem: { code: 'refused', values: { code: 'NOT_SUPPORTED' } },
    });
    expect([settled, failed]).toEqual([0, []]);
    expect(calls().length).toBeLessThanOrEqual(50);
    world.fake.clearFaults();
    await world.runner.continue(id);
    expect((await world.ended(id)).changed).toBe(400);
  });
});
