import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { endAfterFailure } from '@/lib/jobs/run/after-failure';
import { aJob } from '../../support/a-job';
import { eventually } from '../../support/eventually';
import { at, newest, tagCalls, tagsOf, zylker } from '../../support/fake';
import { JobWorld } from '../../support/job-world';

/** What must be true in the end, however unlikely the way there. */
let world: JobWorld;
let ids: string[];

beforeEach(async () => {
  world = await JobWorld.create();
  ids = newest(world.fake, 3);
});

const withTag = (count: number, tag = 'Trade fair 2026') =>
  newest(world.fake, 3000)
    .filter((id) => world.fake.world.tagsOf(zylker, 'Contacts', id).includes(tag))
    .slice(0, count);

/** A worker whose calls are answered by the fake, with something that happens to each removal, or undo. */
function newWorkerThat(
  onChange: (answer: Response) => Response | Promise<Response>,
  action: 'remove_tags' | 'add_tags' = 'remove_tags',
) {
  const { accessToken } = world.fake.issueToken({ zgid: zylker });
  const client = new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve(accessToken),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = await world.fake.fetch(request);
      return request.url.includes(action) ? onChange(answer) : answer;
    },
  });
  return world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(client)) });
}

describe('a stop', () => {
  it.each(['cancel', 'pause'] as const)(
    'holds for calls that wait for a token to be renewed: %s',
    async (stop) => {
      const { accessToken } = world.fake.issueToken({ zgid: zylker });
      let give: (token: string) => void = () => {};
      const renewal = new Promise<string>((resolve) => (give = resolve));
      const accessTokenAsked = vi.fn(() => renewal);
      const client = new BiginClient({
        apiDomain: 'https://www.zohoapis.com',
        accessToken: accessTokenAsked,
        fetch: (input, init) => world.fake.fetch(new Request(input, init)),
      });
      world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(client)) });
      ids = withTag(300);
      const { id } = await world.start(['Trade fair 2026'], ids, { records: 50, urlBytes: 14_000 });
      await eventually(() => expect(accessTokenAsked.mock.calls.length).toBeGreaterThan(3));
      await world.runner[stop](id);
      give(accessToken);
      await eventually(async () => expect((await world.account(id)).open).toBe(0));
      expect(tagCalls(world.fake)).toEqual([]);
      expect((await world.account(id)).changed).toBe(0);
    },
  );
});

describe('a tag that others put back before the outcome was read', () => {
  beforeEach(() => world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), ['VIP', 'Newsletter']));
  const putBack = () => world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), ['VIP']);

  it('hides nothing of what came off: it is told, and given back by an undo', async () => {
    world.fake.configure({ unknowns: { detailsTags: 'removed' } });
    const worker = newWorkerThat((answer) => {
      putBack();
      return answer;
    });
    const { id } = await world.start(['VIP', 'Newsletter'], [at(ids, 0)]);
    expect(await world.ended(id)).toMatchObject({
      changedTags: ['Newsletter'],
      failed: [{ code: 'NOT_CHANGED' }],
    });
    await worker.undo(id, 'undo');
    await world.ended('undo');
    expect(at(tagsOf(world.fake, ids), 0).toSorted()).toEqual(['Newsletter', 'VIP']);
  });

  it('hides nothing either where no answer came: what is sent again adds to it', async () => {
    let isLost = false;
    newWorkerThat(async (answer) => {
      if (isLost) return answer;
      isLost = true;
      putBack();
      return new Promise<never>(() => {});
    });
    const { id } = await world.start(['VIP', 'Newsletter'], [at(ids, 0)]);
    await eventually(() => expect(isLost).toBe(true));
    await world.newWorker().resumeAll();
    const { changedTags, changed } = await world.ended(id);
    expect([changedTags.toSorted(), changed]).toEqual([['Newsletter', 'VIP'], 1]);
    const [batch] = await world.journal.readBatches(id);
    expect(batch?.records[0]?.earlier).toEqual(['Newsletter']);
  });
});

describe('an undo', () => {
  it('that came to nothing and was deleted does not keep its removal from being undone', async () => {
    const { job } = await world.ended((await world.start(['VIP'], ids)).id);
    const what = { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'x' } as const;
    world.fake.fail({ where: { path: 'add_tags' }, what });
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).job.state).toBe('stopped');
    await world.runner.delete('undo');
    await world.runner.undo(job.id, 'again');
    expect((await world.ended('again')).changed).toBe(2);
    await world.runner.delete('again');
    await expect(world.runner.undo(job.id, 'more')).rejects.toThrow('nothingToUndo');
  });
});

describe('a tag that others took off again before the outcome of an undo was read', () => {
  it('is not told as restored, and hides nothing of what was', async () => {
    const first = at(ids, 0);
    world.fake.world.setTags(zylker, 'Contacts', first, ['VIP', 'Newsletter']);
    const { job } = await world.ended((await world.start(['VIP', 'Newsletter'], [first])).id);
    let isLost = false;
    newWorkerThat((answer) => {
      if (isLost) return answer;
      isLost = true;
      world.fake.world.setTags(zylker, 'Contacts', first, ['VIP']);
      return new Promise<never>(() => {});
    }, 'add_tags');
    await world.runner.undo(job.id, 'undo');
    await eventually(() => expect(isLost).toBe(true));
    await world.newWorker().resumeAll();
    expect(await world.ended('undo')).toMatchObject({ changed: 1, changedTags: ['VIP'], failed: [] });
  });
});

describe('a job that waits for a sign-in and was put aside', () => {
  it('goes on with the sign-in all the same, and so do those behind it', async () => {
    const what = { kind: 'status', status: 401, code: 'INVALID_TOKEN', message: 'x' } as const;
    world.fake.fail({ where: { path: 'remove_tags' }, times: 2, what });
    const first = await world.start(['VIP'], ids);
    await world.ended(first.id);
    await world.journal.dismiss(first.id);
    const second = await world.start(['Trade fair 2026'], ids);
    expect((await world.ended(second.id)).job.state).toBe('waiting');
    await world.runner.continueSignedIn(first.connectionId);
    for (const { id } of [first, second]) {
      await eventually(async () => expect((await world.journal.readJob(id))?.state).toBe('finished'));
    }
  });
});

describe('deleted records that stand side by side', () => {
  it('are told as gone, and stop no job', async () => {
    world.fake.configure({ unknowns: { unknownRecord: 'refuses-call' } });
    ids = withTag(400);
    const { id } = await world.start(['Trade fair 2026'], ids);
    const gone = ids.slice(0, 5);
    for (const each of gone) world.fake.world.deleteRecord(zylker, 'Contacts', each);
    const { job, failed, changed } = await world.ended(id);
    expect(job.state).toBe('finished');
    expect(failed.map((each) => each.id).toSorted()).toEqual(gone.toSorted());
    expect(changed).toBe(395);
  });
});

describe('a job that was cancelled without a network', () => {
  it('is read when the network is back, so that its account tells the truth', async () => {
    world.fake.fail({ where: { path: 'remove_tags' }, what: { kind: 'disconnect', when: 'after' } });
    world.fake.fail({
      where: { service: 'api' },
      after: 2,
      times: 1000,
      what: { kind: 'disconnect', when: 'before' },
    });
    const { id } = await world.start(['VIP'], ids);
    expect(await world.ended(id)).toMatchObject({ open: 2, job: { state: 'waiting' } });
    await world.runner.cancel(id);
    expect(await world.ended(id)).toMatchObject({ open: 2, job: { state: 'cancelled' } });
    await eventually(async () => expect((await world.journal.readJob(id))?.resumeAt).toBe(world.resumeAt));
    world.fake.clearFaults();
    world.fake.requests.length = 0;
    // Without a network that is back, it is not asked again yet.
    await world.runner.resumeAll();
    expect(world.fake.requests).toEqual([]);
    await world.runner.resumeAfter('networkDown');
    await eventually(async () => expect(await world.account(id)).toMatchObject({ open: 0, changed: 2 }));
    expect((await world.journal.readJob(id))?.state).toBe('cancelled');
  });
});

describe('a refusal that no Bigin would give', () => {
  /** A worker whose first change comes through; all others are answered by this. */
  function newWorkerRefused(code: string, headers: Record<string, string> = {}) {
    const { accessToken } = world.fake.issueToken({ zgid: zylker });
    let changes = 0;
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: () => Promise.resolve(accessToken),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (!request.url.includes('remove_tags') || ++changes === 1) return world.fake.fetch(request);
        return Response.json({ code }, { status: 429, headers });
      },
    });
    world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(client)) });
  }

  it.each([
    ['a code that every object has', 'constructor', {}],
    ['another', '__proto__', {}],
    ['a wait without an end', 'TOO_MANY_REQUESTS', { 'Retry-After': '1e306' }],
  ])('leaves a job that can be read and undone: %s', async (_, code, headers) => {
    newWorkerRefused(code, headers);
    ids = withTag(100);
    const { id } = await world.start(['Trade fair 2026'], ids, { records: 50, urlBytes: 14_000 });
    expect(await world.ended(id)).toMatchObject({ job: { state: 'waiting' }, changed: 50 });

    await world.runner.cancel(id);
    await world.newWorker().undo(id, 'undo');
    expect(await world.ended('undo')).toMatchObject({ job: { state: 'finished' }, changed: 50 });
    const after = tagsOf(world.fake, ids);
    expect(after.every((tags) => tags.includes('Trade fair 2026'))).toBe(true);
  });
});

describe('spent credits', () => {
  const hour = 3_600_000;
  const job = aJob({ startedAt: 0 });
  /** The hours at which a job is tried that never gets any further. */
  function triesOf(creditsLeft: number | undefined, count: number): number[] {
    const error = new BiginError({ code: 'TOO_MANY_REQUESTS', status: 429, creditsLeft });
    const tries: number[] = [];
    for (let now = 1, current = job; tries.length < count;) {
      current = { ...current, startedAt: now };
      const end = endAfterFailure(error, { job: current, isFurther: false, jobs: [current], now, chance: 0 });
      if (end.state !== 'waiting' || end.resumeAt === undefined) return tries;
      now = end.resumeAt;
      current = { ...current, ...end };
      tries.push(now / hour);
    }
    return tries;
  }

  it('are tried for less and less often, and when those of the job itself come back', () => {
    const tries = triesOf(0, 6).map(Math.round);
    expect(tries).toEqual([1, 3, 7, 15, 24, 48]);
  });

  it('of which Bigin does not tell are waited for all the same', () => {
    const tries = triesOf(undefined, 40);
    expect(tries).toHaveLength(40);
    expect(tries.at(-1)).toBeGreaterThan(24);
  });
});

describe('tags that were read long ago', () => {
  it('are read again once each, group by group, however long the reading takes', async () => {
    ids = newest(world.fake, 3000);
    const { id } = await world.start(
      ['Trade fair 2026', 'VIP', 'Newsletter', 'Überfällig'],
      ids,
      { records: 25, urlBytes: 14_000 },
      () => {},
    );
    const { total } = await world.ended(id);
    const readings = world.fake.requests.filter(({ path }) => path.endsWith('coql')).length;
    expect(total).toBeGreaterThan(600);
    // 20 batches of 25 are a group, which takes three calls of 200.
    expect(readings).toBe(Math.floor(total / 500) * 3 + Math.ceil((total % 500) / 200));
  });
});
