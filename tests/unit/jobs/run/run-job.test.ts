import { beforeEach, describe, expect, it } from 'vitest';
import { explainFailure, explainProblem } from '@/lib/i18n/explain-problem';
import { BiginClient } from '@/lib/bigin/client';
import { ProblemError } from '@/lib/problem';
import type { Fault } from '../../../fake-bigin/index';
import { eventually } from '../../support/eventually';
import { at, newest, tagCalls, tagsOf, zylker } from '../../support/fake';
import { JobWorld } from '../../support/job-world';

let world: JobWorld;
let ids: string[];

beforeEach(async () => {
  world = await JobWorld.create();
  ids = newest(world.fake, 3);
});

const tags = () => tagsOf(world.fake, ids);
const calls = () => tagCalls(world.fake);
const fail = (what: Fault['what'], changes: Partial<Fault> = {}) =>
  world.fake.fail({ where: { path: 'remove_tags' }, what, ...changes });
const status = (code: number, word: string, headers?: Record<string, string>): Fault['what'] => ({
  kind: 'status',
  status: code,
  code: word,
  message: 'x',
  ...(headers && { headers }),
});
async function remove(
  tagNames = ['VIP', 'Überfällig'],
  ...rest: [string[]?, { records: number; urlBytes: number }?]
) {
  return world.ended((await world.start(tagNames, ...rest)).id);
}

describe('a removal', () => {
  it('takes the chosen tags off the records that have them, in one call', async () => {
    expect(await remove()).toMatchObject({
      total: 3,
      settled: 3,
      changed: 3,
      changedTags: ['VIP', 'Überfällig'],
      failed: [],
      job: { state: 'finished' },
    });
    expect(tags()).toEqual([['Trade fair 2026'], ['Trade fair 2026'], ['Newsletter', 'Trade fair 2026']]);
    expect(calls()).toHaveLength(1);
  });

  it('names every tag it takes off, and the records that have one alone', async () => {
    await remove(['VIP', 'Newsletter']);
    expect(at(calls(), 0).query).toEqual({ ids: `${ids[0]},${ids[2]}`, tag_names: 'VIP,Newsletter' });
  });

  it('of one record takes the form for one record', async () => {
    await remove(['Überfällig']);
    expect(calls().map(({ path }) => path)).toEqual([`/bigin/v2/Contacts/${ids[1]}/actions/remove_tags`]);
  });

  it('of many records takes as few calls as Bigin allows', async () => {
    ids = newest(world.fake, 3000);
    const { changed, total } = await remove(['VIP'], ids);
    expect(changed).toBe(total);
    expect(tags().flat()).not.toContain('VIP');
    expect(calls()).toHaveLength(Math.ceil(total / 500));
  });

  it('sends the calls for further tags when those for the first ones were answered', async () => {
    const { accessToken } = world.fake.issueToken({ zgid: zylker });
    const underWay: string[] = [];
    const together: string[][] = [];
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: () => Promise.resolve(accessToken),
      async fetch(input, init) {
        const request = new Request(input, init);
        const tagName = new URL(request.url).searchParams.get('tag_names');
        if (tagName === null) return world.fake.fetch(request);
        together.push([...underWay, tagName]);
        underWay.push(tagName);
        await new Promise((resolve) => void setTimeout(resolve, 20));
        underWay.splice(underWay.indexOf(tagName), 1);
        return world.fake.fetch(request);
      },
    });
    world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(client)) });
    ids = newest(world.fake, 80);
    const tooShortForBoth = { records: 4, urlBytes: 140 };
    await remove(['Trade fair 2026', 'VIP'], ids, tooShortForBoth);
    expect(together.length).toBeGreaterThan(1);
    expect(together.at(0)).toEqual(['Trade fair 2026']);
    expect(together.at(-1)).toContain('VIP');
    expect(together.filter((names) => new Set(names).size > 1)).toEqual([]);
    expect(tags().flat()).not.toContain('VIP');
  });

  it('records exactly what came off which record', async () => {
    const { job } = await remove();
    const [batch] = await world.journal.readBatches(job.id);
    expect(batch?.records.map(({ outcome }) => outcome)).toEqual([
      { kind: 'done', changed: ['VIP'] },
      { kind: 'done', changed: ['Überfällig'] },
      { kind: 'done', changed: ['VIP'] },
    ]);
  });

  it.each(['after', 'before', 'removed'] as const)(
    'does not go by what `details.tags` may mean: %s',
    async (detailsTags) => {
      world.fake.configure({ unknowns: { detailsTags, elementOrder: 'shuffled' } });
      expect(await remove()).toMatchObject({ changed: 3, failed: [] });
    },
  );
});

describe('a removal that meets a fault', () => {
  const succeeds = async () => {
    expect(await remove()).toMatchObject({ settled: 3, changed: 3, failed: [], job: { state: 'finished' } });
    expect(tags().flat()).toEqual(expect.not.arrayContaining(['VIP', 'Überfällig']));
  };

  it.each(['before', 'after'] as const)('goes on after a connection cut %s the work', async (when) => {
    fail({ kind: 'disconnect', when });
    await succeeds();
    expect(calls()).toHaveLength(2);
    expect(world.clock.pauses).toEqual([500]);
  });

  it.each(['truncated', 'html', 'empty'] as const)('asks again where the answer is %s', async (spoilt) => {
    fail({ kind: 'body', spoilt });
    await succeeds();
    expect(calls()).toHaveLength(2);
  });

  it.each(['missing-element', 'no-elements'] as const)(
    'looks at the records that the answer leaves out: %s',
    async (spoilt) => {
      fail({ kind: 'body', spoilt });
      await succeeds();
      expect(calls()).toHaveLength(1);
      expect(world.fake.requests.at(-1)?.path).toMatch(/coql$/);
    },
  );

  it('counts a record once where the answer repeats it', async () => {
    fail({ kind: 'body', spoilt: 'duplicated-elements' });
    await succeeds();
  });

  it('waits longer each time where Bigin has an internal error', async () => {
    fail(status(500, 'INTERNAL_ERROR'), { times: 3 });
    await succeeds();
    expect(world.clock.pauses).toEqual([500, 1000, 2000]);
  });

  it('waits as long as Retry-After asks', async () => {
    fail(status(429, 'TOO_MANY_REQUESTS', { 'retry-after': '7' }));
    await succeeds();
    expect(world.clock.pauses).toEqual([7000]);
  });

  it('backs off where 429 comes without Retry-After', async () => {
    fail(status(429, 'TOO_MANY_REQUESTS'), { times: 2 });
    await succeeds();
    expect(world.clock.pauses).toEqual([500, 1000]);
  });

  it.each([414, 431, 413])('halves its batches where a gateway answers %i', async (code) => {
    ids = newest(world.fake, 400).filter((id) =>
      world.fake.world.tagsOf(zylker, 'Contacts', id).includes('VIP'),
    );
    fail(status(code, ''));
    const { changed, failed } = await remove(['VIP'], ids);
    expect([changed, failed]).toEqual([ids.length, []]);
    const sizes = calls().map(({ query }) => query['ids']?.split(',').length);
    expect(sizes).toEqual([ids.length, Math.ceil(ids.length / 2), Math.floor(ids.length / 2)]);
  });

  it('finds the size that a strict gateway takes, and keeps to it', async () => {
    world.fake.configure({ limits: { urlBytes: 2000 } });
    ids = newest(world.fake, 3000);
    const { changed, total, failed } = await remove(['VIP'], ids);
    expect([changed, failed]).toEqual([total, []]);
    expect(tags().flat()).not.toContain('VIP');
    const refused = calls().filter((call) => call.status === 414);
    expect(refused.length).toBeLessThanOrEqual(4);
  });

  it('halves its batches where Bigin takes fewer ids', async () => {
    world.fake.configure({ limits: { idsPerCall: 2 } });
    await succeeds();
    expect(calls().map((call) => call.status)).toEqual([400, 200, 200]);
  });
});

describe('records that fail', () => {
  it('are told with their reason, beside those that succeed', async () => {
    const [first = '', second = '', third = ''] = ids;
    world.fake.world.setLocked(zylker, 'Contacts', first);
    fail({ kind: 'records', ids: [third], code: 'SOMETHING_NEW', message: 'x' });
    const { changed, failed, job } = await remove();
    expect(job.state).toBe('finished');
    expect(changed).toBe(1);
    expect(failed).toEqual([
      { id: first, code: 'RECORD_LOCKED' },
      { id: third, code: 'SOMETHING_NEW' },
    ]);
    expect(failed.map(({ code }) => explainFailure(code))).toEqual([
      'Locked in Bigin: have the lock lifted, then retry',
      'Bigin refused the change (SOMETHING_NEW): retry, or make it in Bigin',
    ]);
    expect(world.fake.world.tagsOf(zylker, 'Contacts', second)).toEqual(['Trade fair 2026']);
  });

  it.each([200, 202, 207, 400] as const)('are told where all fail, with status %i', async (failedStatus) => {
    world.fake.configure({ unknowns: { failedStatus } });
    for (const id of ids) world.fake.world.setLocked(zylker, 'Contacts', id);
    expect(await remove()).toMatchObject({ changed: 0, failed: [{}, {}, {}], job: { state: 'finished' } });
  });

  it('because somebody deleted them meanwhile are told so', async () => {
    const job = await world.start(['VIP'], ids);
    await world.ended(job.id);
    world.fake.world.deleteRecord(zylker, 'Contacts', at(ids, 0));
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).failed).toEqual([{ id: ids[0], code: 'INVALID_DATA' }]);
  });

  it('to be named by Bigin, and that it did not change, are told so', async () => {
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 2));
    fail({ kind: 'body', spoilt: 'missing-element' });
    const { failed } = await remove();
    expect(failed).toEqual([{ id: ids[2], code: 'NOT_CHANGED' }]);
    expect(explainFailure('NOT_CHANGED')).toBe('Bigin made no change: retry');
  });

  it('are tried again alone', async () => {
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 1));
    const { job } = await remove();
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 1), false);
    await world.runner.retryFailed(job.id);
    expect(await world.ended(job.id)).toMatchObject({
      total: 3,
      changed: 3,
      changedTags: ['VIP', 'Überfällig'],
      failed: [],
    });
    expect(calls()).toHaveLength(2);
    expect(at(calls(), -1).path).toContain(`/${ids[1]}/actions/`);
  });

  it('and fail again are told again', async () => {
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 1));
    const { job } = await remove();
    await world.runner.retryFailed(job.id);
    expect(await world.ended(job.id)).toMatchObject({ total: 3, changed: 2, failed: [{ id: ids[1] }] });
  });
});

describe('a problem that only the user can mend', () => {
  it.each([
    [403, 'NO_PERMISSION', 'noPermission'],
    [400, 'AUTHORIZATION_FAILED', 'authorizationFailed'],
    [401, 'OAUTH_SCOPE_MISMATCH', 'scopeMissing'],
    [400, 'INVALID_MODULE', 'moduleInvalid'],
    [404, 'INVALID_URL_PATTERN', 'urlInvalid'],
  ] as const)('stops the job at once, and it can be continued: %i %s', async (code, word, problem) => {
    fail(status(code, word));
    const { job, changed } = await remove();
    expect(job).toMatchObject({ state: 'stopped', problem: { code: problem } });
    expect([changed, calls().length, world.clock.pauses]).toEqual([0, 1, []]);
    expect(tags()[0]).toContain('VIP');
    await world.runner.continue(job.id);
    const continued = await world.ended(job.id);
    expect(continued).toMatchObject({ changed: 3, job: { state: 'finished' } });
    expect(continued.job.problem).toBeUndefined();
  });

  it('leaves the calls before it as they are', async () => {
    world.newPlainWorker();
    fail(status(403, 'NO_PERMISSION'), { after: 1 });
    const limits = { records: 1, urlBytes: 14_000 };
    const { job, settled, changed } = await remove(['Trade fair 2026'], ids, limits);
    expect([job.state, settled, changed]).toEqual(['stopped', 1, 1]);
    await world.runner.continue(job.id);
    expect(await world.ended(job.id)).toMatchObject({ settled: 3, changed: 3 });
    expect(calls()).toHaveLength(4);
  });
});

describe('a problem that passes', () => {
  it.each([
    ['a cut connection', { kind: 'disconnect', when: 'before' }, 'networkDown'],
    ['a server that fails', status(503, ''), 'serverError'],
    ['too many requests', status(429, 'TOO_MANY_REQUESTS'), 'tooManyRequests'],
    ['answers that cannot be read', { kind: 'body', spoilt: 'html' }, 'answerUnreadable'],
  ] as const)('has the job wait, say until when, and go on by itself: %s', async (_, what, problem) => {
    fail(what, { times: 4 });
    const { job } = await remove();
    expect(job).toMatchObject({ state: 'waiting', problem: { code: problem }, waits: 1 });
    expect(calls()).toHaveLength(4);
    expect(world.resumeAt).toBe(job.resumeAt);
    expect((job.resumeAt ?? 0) - world.clock.now()).toBeGreaterThanOrEqual(30_000);
    await world.wake();
    const { job: ended } = await world.ended(job.id);
    expect(ended).toMatchObject({ state: 'finished', waits: 0 });
    expect([ended.problem, ended.resumeAt]).toEqual([undefined, undefined]);
    expect(tags().flat()).not.toContain('VIP');
  });

  it('is waited for longer and longer, and in the end the user is asked', async () => {
    fail(status(503, ''), { times: 1000 });
    const { id } = await world.start(['VIP']);
    const waits: number[] = [];
    for (let account = await world.ended(id); account.job.state === 'waiting';) {
      waits.push((account.job.resumeAt ?? 0) - world.clock.now());
      await world.wake();
      account = await world.ended(id);
    }
    expect((await world.account(id)).job).toMatchObject({
      state: 'stopped',
      problem: { code: 'serverError' },
    });
    expect(waits).toHaveLength(8);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(Math.max(...waits)).toBeLessThanOrEqual(20 * 60_000);
  });

  it('is waited for as long as ever by a user who has the job go on', async () => {
    fail(status(503, ''), { times: 1000 });
    const { id } = await world.start(['VIP']);
    while ((await world.ended(id)).job.state === 'waiting') await world.wake();
    await world.runner.continue(id);
    expect((await world.ended(id)).job).toMatchObject({ state: 'waiting', waits: 1 });
  });

  it('is waited for after a network that was down, however long that was', async () => {
    fail({ kind: 'disconnect', when: 'before' }, { times: 36 });
    fail(status(503, ''), { times: 4 });
    const { id } = await world.start(['VIP']);
    for (let wait = 1; wait <= 9; wait++) {
      expect((await world.ended(id)).job).toMatchObject({ problem: { code: 'networkDown' }, waits: wait });
      await world.wake();
    }
    const { job } = await world.ended(id);
    expect(job).toMatchObject({ state: 'waiting', problem: { code: 'serverError' }, waits: 4 });
    await world.wake();
    expect((await world.ended(id)).job.state).toBe('finished');
  });

  it('is waited for without end where it is the network', async () => {
    fail({ kind: 'disconnect', when: 'before' }, { times: 1000 });
    const { id } = await world.start(['VIP']);
    for (let wait = 1; wait <= 12; wait++) {
      expect((await world.ended(id)).job).toMatchObject({ state: 'waiting', waits: wait });
      await world.wake();
    }
    await world.ended(id);
    world.fake.clearFaults();
    await world.runner.resumeAfter('networkDown');
    expect((await world.ended(id)).job.state).toBe('finished');
  });

  it('is waited for as long as Bigin asks', async () => {
    fail(status(429, 'TOO_MANY_REQUESTS', { 'retry-after': '900' }));
    const { job } = await remove();
    expect(calls()).toHaveLength(1);
    expect((job.resumeAt ?? 0) - (job.endedAt ?? 0)).toBe(900_000);
  });

  it('is that the credits are spent: they come back with the hours, and the job with them', async () => {
    const job = await world.start(['VIP'], newest(world.fake, 1000));
    await world.ended(job.id);
    world.fake.configure({ limits: { creditsPerDay: world.fake.creditsSpent(zylker) } });
    await world.runner.undo(job.id, 'undo');
    const { job: undo } = await world.ended('undo');
    expect(undo).toMatchObject({ state: 'waiting', problem: { code: 'creditsSpent' } });
    expect((undo.resumeAt ?? 0) - (undo.endedAt ?? 0)).toBe(3_600_000);
    expect(explainProblem(undo.problem ?? { code: 'unexpected' })).toContain('24 hours');
    expect(world.clock.pauses).toEqual([]);
    world.fake.configure({ limits: { creditsPerDay: 50_000 } });
    await world.wake();
    expect((await world.ended('undo')).job.state).toBe('finished');
  });

  it('is that a sign-in is needed: the job goes on with it', async () => {
    fail(status(401, 'INVALID_TOKEN'), { times: 2 });
    const { job } = await remove();
    expect(job).toMatchObject({ state: 'waiting', problem: { code: 'signInNeeded' } });
    expect(job.resumeAt).toBeUndefined();
    await world.runner.resumeAll();
    expect((await world.account(job.id)).job.state).toBe('waiting');
    await world.runner.continueSignedIn(job.connectionId);
    expect((await world.ended(job.id)).job.state).toBe('finished');
  });

  it('is that the browser keeps the API from the extension: nothing is sent, and the job goes on once that is allowed', async () => {
    let isAllowed = false;
    const { accessToken } = world.fake.issueToken({ zgid: zylker });
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      async accessToken() {
        if (!isAllowed) throw new ProblemError('accessMissing', { hosts: 'www.zohoapis.com' });
        return accessToken;
      },
      fetch: (input, init) => world.fake.fetch(new Request(input, init)),
    });
    world.newWorker({ callsOf: () => Promise.resolve(world.callsWith(client)) });
    const { job, open, settled } = await remove();
    expect(job).toMatchObject({ state: 'waiting', problem: { code: 'accessMissing' } });
    expect(job.resumeAt).toBeUndefined();
    expect([open, settled]).toEqual([0, 0]);
    const { job: later } = await world.ended((await world.start(['Trade fair 2026'])).id);
    expect(later.state).toBe('waiting');
    await world.runner.resumeAll();
    await world.runner.resumeAfter('networkDown');
    expect((await world.account(job.id)).job.state).toBe('waiting');
    expect(calls()).toEqual([]);

    isAllowed = true;
    for (const waiting of await world.journal.unfinishedJobs()) await world.runner.resume(waiting);
    expect((await world.ended(job.id)).job.state).toBe('finished');
    expect((await world.ended(later.id)).job.state).toBe('finished');
    expect(tags()).toEqual([[], [], ['Newsletter']]);
  });

  it('may be over before anybody sees that the job waits: who is told of its end has it go on', async () => {
    let isAllowed = false;
    const { accessToken } = world.fake.issueToken({ zgid: zylker });
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      async accessToken() {
        if (isAllowed) return accessToken;
        // The user allows it once the job has looked.
        isAllowed = true;
        throw new ProblemError('accessMissing', { hosts: 'www.zohoapis.com' });
      },
      fetch: (input, init) => world.fake.fetch(new Request(input, init)),
    });
    world.newWorker({
      callsOf: () => Promise.resolve(world.callsWith(client)),
      onEnd: (job) => world.runner.resume(job),
    });
    const { id } = await world.start(['VIP']);
    await eventually(async () => expect((await world.account(id)).job.state).toBe('finished'));
  });

  it('keeps later jobs of the connection waiting too, and they go on in their order', async () => {
    fail(status(503, ''), { times: 4 });
    const first = await remove(['VIP']);
    const second = await world.ended((await world.start(['Trade fair 2026'])).id);
    expect(second.job).toMatchObject({ state: 'waiting', resumeAt: first.job.resumeAt });
    expect(calls()).toHaveLength(0);
    await world.wake();
    expect((await world.ended(second.job.id)).job.state).toBe('finished');
    expect(calls().map(({ query }) => query['tag_names'])).toEqual(['VIP', 'Trade fair 2026']);
  });
});

describe('what others did after the preview', () => {
  it('is seen before the first call: only what was there is taken, and only that is given back', async () => {
    const others = at(ids, 0);
    const job = await world.start(['VIP'], ids, undefined, () =>
      world.fake.world.setTags(zylker, 'Contacts', others, []),
    );
    expect(await world.ended(job.id)).toMatchObject({ total: 2, settled: 2, changed: 1, failed: [] });
    await world.runner.undo(job.id, 'undo');
    await world.ended('undo');
    expect(world.fake.world.tagsOf(zylker, 'Contacts', others)).toEqual([]);
    expect(tags()[2]).toContain('VIP');
  });

  it('can leave nothing to do, and then nothing is sent', async () => {
    const job = await world.start(['VIP'], ids, undefined, () =>
      world.fake.world.deleteTag(zylker, 'Contacts', 'VIP'),
    );
    expect(await world.ended(job.id)).toMatchObject({ settled: 2, changed: 0, job: { state: 'finished' } });
    expect(calls()).toEqual([]);
  });
});

describe('a call whose answer is lost', () => {
  const lost = { kind: 'disconnect', when: 'after' } as const;

  it('is told truly where the user cancels meanwhile', async () => {
    const job = await world.start(['VIP'], ids, undefined, () => {
      fail(lost, { times: 100 });
      world.clock.onSleep = () => world.runner.cancel(job.id);
    });
    const account = await world.ended(job.id);
    expect(account).toMatchObject({ settled: 2, changed: 2, open: 0, job: { state: 'cancelled' } });
    world.fake.clearFaults();
    await world.runner.undo(job.id, 'undo');
    expect(await world.ended('undo')).toMatchObject({ changed: 2 });
    expect(tags()[0]).toContain('VIP');
  });

  it('stays open where it cannot be read either, and is settled when the user cancels', async () => {
    const job = await world.start(['VIP'], ids, undefined, () => {
      fail(lost);
      world.fake.fail({
        where: { service: 'api' },
        after: 1,
        times: 100,
        what: { kind: 'disconnect', when: 'before' },
      });
    });
    expect(await world.ended(job.id)).toMatchObject({ open: 2, changed: 0, job: { state: 'waiting' } });
    world.fake.clearFaults();
    await world.runner.cancel(job.id);
    expect(await world.ended(job.id)).toMatchObject({ open: 0, changed: 2, job: { state: 'cancelled' } });
    await world.runner.undo(job.id, 'undo');
    expect(await world.ended('undo')).toMatchObject({ changed: 2 });
    expect(tags()[2]).toContain('VIP');
  });
});

describe('an undo', () => {
  it.each(['both', 'query', 'body'] as const)('works where add_tags takes %s', async (addTagsForm) => {
    world.fake.configure({ unknowns: { addTagsForm } });
    const before = tags();
    const { job } = await remove(['VIP', 'Überfällig', 'Newsletter']);
    await world.runner.undo(job.id, 'undo');
    expect(await world.ended('undo')).toMatchObject({ changed: 3, failed: [], job: { state: 'finished' } });
    expect(tags().map((each) => each.toSorted())).toEqual(before.map((each) => each.toSorted()));
  });

  it('that was cancelled can be continued, and its removal cannot be tried again', async () => {
    const { job } = await remove(['VIP'], ids, { records: 1, urlBytes: 14_000 });
    await world.runner.undo(job.id, 'undo');
    await world.runner.cancel('undo');
    expect((await world.ended('undo')).job.state).toBe('cancelled');
    await expect(world.runner.retryFailed(job.id)).rejects.toThrow('nothingToRetry');
    await world.runner.continue('undo');
    expect(await world.ended('undo')).toMatchObject({ changed: 2, job: { state: 'finished' } });
  });
});

describe('after a call that had no effect', () => {
  it('what others did meanwhile is theirs: it is not claimed, and not given back', async () => {
    fail({ kind: 'disconnect', when: 'before' }, { times: 4 });
    const { job } = await remove(['VIP']);
    expect(job.state).toBe('waiting');
    world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), []);
    await world.runner.continue(job.id);
    expect(await world.ended(job.id)).toMatchObject({ settled: 2, changed: 1 });
    await world.runner.undo(job.id, 'undo');
    await world.ended('undo');
    expect(tags()[0]).toEqual([]);
  });
});

describe('the reading before a job', () => {
  it('is made again where Bigin was busy', async () => {
    const job = await world.start(['VIP'], ids, undefined, () =>
      world.fake.fail({ where: { path: 'coql' }, what: status(429, 'TOO_MANY_REQUESTS') }),
    );
    expect(await world.ended(job.id)).toMatchObject({ changed: 2, job: { state: 'finished' } });
    expect(world.clock.pauses).toHaveLength(1);
  });

  it('ends with the job that the user cancels', async () => {
    ids = newest(world.fake, 1000);
    const job = await world.start(['VIP'], ids, undefined, () => {
      world.fake.fail({ where: { path: 'coql' }, what: status(429, 'TOO_MANY_REQUESTS') });
      world.clock.onSleep = () => world.runner.cancel(job.id);
    });
    expect((await world.ended(job.id)).job.state).toBe('cancelled');
    expect(world.fake.requests.filter(({ path }) => path.endsWith('coql'))).toHaveLength(1);
    expect(calls()).toEqual([]);
  });
});
