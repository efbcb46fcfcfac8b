import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Journal } from '@/lib/jobs/journal/journal';
import type { JobRunnerOptions } from '@/lib/jobs/run/job-runner';
import { eventually } from '../../support/eventually';
import { at, newest, tagCalls, tagsOf, zylker } from '../../support/fake';
import { JobWorld } from '../../support/job-world';
import { problemOf } from '../../support/problem-of';

let world: JobWorld;
let ids: string[];
const oneByOne = { records: 1, urlBytes: 14_000 };

beforeEach(async () => {
  world = await JobWorld.create();
  ids = newest(world.fake, 3);
});

const tags = () => tagsOf(world.fake, ids);
const calls = () => tagCalls(world.fake);
const ended = async (...wish: Parameters<JobWorld['start']>) => world.ended((await world.start(...wish)).id);

/** A removal of a tag from each record in turn, whose first call is under way. */
async function startedOneByOne(options?: Partial<JobRunnerOptions>): Promise<string> {
  world.newPlainWorker(options);
  world.fake.configure({ latencyMs: 120 });
  const { id } = await world.start(['Trade fair 2026'], ids, oneByOne);
  await eventually(() => expect(calls()).toHaveLength(1), { interval: 1 });
  return id;
}

describe('an undo', () => {
  it('restores exactly what the removal took, and nothing else', async () => {
    const before = tags().map((each) => each.toSorted());
    const { job } = await ended(['VIP', 'Trade fair 2026', 'Newsletter']);
    expect(tags()).toEqual([[], ['Überfällig'], []]);
    await world.runner.undo(job.id, 'undo');
    const { changed, changedTags, job: undo } = await world.ended('undo');
    expect(tags().map((each) => each.toSorted())).toEqual(before);
    expect(undo).toMatchObject({ kind: 'undo', undoOf: job.id, state: 'finished' });
    expect([changed, changedTags.length]).toEqual([3, 3]);
    expect((await world.journal.readJob(job.id))?.undoneBy).toBe('undo');
  });

  it('asked for twice at once is made once', async () => {
    const { job } = await ended(['VIP']);
    const asked = ['first', 'second'].map((id) => world.runner.undo(job.id, id));
    const results = await Promise.allSettled(asked);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await world.ended((await world.journal.readJob(job.id))?.undoneBy ?? '');
    expect(calls().filter(({ path }) => path.endsWith('add_tags'))).toHaveLength(1);
  });

  it('keeps what others changed meanwhile', async () => {
    const { job } = await ended(['VIP']);
    world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), ['R&D']);
    await world.runner.undo(job.id, 'undo');
    await world.ended('undo');
    expect(tags()[0]).toEqual(['R&D', 'VIP']);
  });

  it('gives nothing to records that failed', async () => {
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0));
    const { job } = await ended(['VIP']);
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).total).toBe(1);
  });

  it('of many tags works for every name that Bigin can hold', async () => {
    const names = world.fake.world.org(zylker)?.tags.Contacts.map(({ name }) => name) ?? [];
    ids = newest(world.fake, 300);
    const before = tags().map((each) => each.toSorted());
    const { job } = await ended(names, ids);
    expect(tags().flat()).toEqual([]);
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).failed).toEqual([]);
    expect(tags().map((each) => each.toSorted())).toEqual(before);
  });

  it('tells which records have no room for their tags any more', async () => {
    const { job } = await ended(['VIP']);
    const full = Array.from({ length: 10 }, (_, index) => `tag ${index}`);
    world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), full);
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).failed).toEqual([{ id: ids[0], code: 'LIMIT_EXCEEDED' }]);
  });

  it.each(['exact', 'ignored'] as const)(
    'restores tags that differ by case alone, where case is %s',
    async (tagCase) => {
      world.fake.configure({ unknowns: { tagCase } });
      world.fake.world.setTags(zylker, 'Contacts', at(ids, 0), ['VIP', 'R&D', 'vip']);
      const before = tags().map((each) => each.toSorted());
      const { job, changed } = await ended(['VIP']);
      expect(changed).toBe(2);
      expect(tags()[0]).toEqual(tagCase === 'exact' ? ['R&D', 'vip'] : ['R&D']);
      await world.runner.undo(job.id, 'undo');
      expect((await world.ended('undo')).failed).toEqual([]);
      expect(tags().map((each) => each.toSorted())).toEqual(before);
    },
  );

  it('happens once', async () => {
    const { job } = await ended(['VIP']);
    await world.runner.undo(job.id, 'undo');
    await world.ended('undo');
    expect(await problemOf(world.runner.undo(job.id, 'again'))).toEqual({ code: 'nothingToUndo' });
    expect(await world.journal.readJob('again')).toBeUndefined();
  });

  it('that stopped can be continued', async () => {
    const { job } = await ended(['VIP']);
    world.fake.fail({
      where: { path: 'add_tags' },
      what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'x' },
    });
    await world.runner.undo(job.id, 'undo');
    expect((await world.ended('undo')).job.state).toBe('stopped');
    await world.runner.continue('undo');
    expect((await world.ended('undo')).changed).toBe(2);
  });
});

describe('a cancel', () => {
  it('sends nothing more, and records the call that was under way', async () => {
    const id = await startedOneByOne();
    await world.runner.cancel(id);
    expect((await world.journal.readJob(id))?.state).toBe('cancelling');
    expect(await world.ended(id)).toMatchObject({ job: { state: 'cancelled' }, settled: 1, changed: 1 });
    expect(calls()).toHaveLength(1);
    expect(
      tags()
        .flat()
        .filter((tag) => tag === 'Trade fair 2026'),
    ).toHaveLength(2);
  });

  it('does not call again after a pause', async () => {
    world.fake.fail({ where: { path: 'remove_tags' }, what: { kind: 'disconnect', when: 'before' } });
    let id = '';
    world.newWorker({ clock: { ...world.clock, sleep: () => world.runner.cancel(id) } });
    const job = await world.start(['VIP']);
    id = job.id;
    expect((await world.ended(id)).job.state).toBe('cancelled');
    expect(calls()).toHaveLength(1);
  });

  it('can be undone for what was done before it', async () => {
    const id = await startedOneByOne();
    await world.runner.cancel(id);
    await world.ended(id);
    await world.runner.undo(id, 'undo');
    expect((await world.ended('undo')).changed).toBe(1);
    expect(tags().every((each) => each.includes('Trade fair 2026'))).toBe(true);
  });

  it('of a job that has ended changes nothing', async () => {
    const { job } = await ended(['VIP']);
    await world.runner.cancel(job.id);
    expect((await world.journal.readJob(job.id))?.state).toBe('finished');
  });

  it('that comes while the job is ending leaves it ended', async () => {
    for (let turn = 0; turn < 20; turn++) {
      world = await JobWorld.create();
      world.newWorker({ onEnd: () => new Promise((resolve) => void setTimeout(resolve, 5)) });
      const { id } = await world.start(['VIP']);
      await eventually(() => expect(calls()[0]?.status).toBe(200), { interval: 1 });
      for (let tick = 0; tick < turn; tick++) await Promise.resolve();
      await world.runner.cancel(id);
      const { job } = await world.ended(id);
      expect(['finished', 'cancelled']).toContain(job.state);
    }
  });
});

describe('a cancel of a job that was paused, and whose end is just being told', () => {
  it('ends it', async () => {
    const id = await startedOneByOne({ onEnd: () => new Promise((resolve) => void setTimeout(resolve, 40)) });
    await world.runner.pause(id);
    const isWoundUp = async () => expect((await world.journal.readJob(id))?.endedAt).toBeDefined();
    await eventually(isWoundUp, { interval: 1 });
    await world.runner.cancel(id);
    await eventually(async () => expect((await world.journal.readJob(id))?.state).toBe('cancelled'));
  });
});

describe('a job that was cancelled', () => {
  it('can be deleted at once, though another of its connection runs on', async () => {
    const id = await startedOneByOne();
    const other = await world.start(['VIP'], ids, oneByOne);
    await world.runner.cancel(id);
    await world.ended(id);
    await eventually(async () => expect((await world.journal.readJob(other.id))?.startedAt).toBeDefined(), {
      interval: 1,
    });
    await world.runner.delete(id);
    expect((await world.account(other.id)).job.state).toBe('running');
    await world.ended(other.id);
  });

  it.each([
    ['while it was paused', (id: string) => world.runner.pause(id)],
    ['before its turn came', () => Promise.resolve()],
  ])('%s can be deleted at once, too', async (_, before) => {
    world.newPlainWorker();
    world.fake.configure({ latencyMs: 120 });
    const running = await world.start(['Trade fair 2026'], ids, oneByOne);
    const { id } = await world.start(['VIP'], ids, oneByOne);
    await before(id);
    await world.runner.cancel(id);
    expect((await world.journal.readJob(id))?.state).toBe('cancelled');
    await world.runner.delete(id);
    expect(await world.journal.readJob(id)).toBeUndefined();
    expect((await world.ended(running.id)).changed).toBe(3);
    expect(tags().flat()).toContain('VIP');
  });

  it('is tried again to be ended where the journal could not be read', async () => {
    const id = await startedOneByOne({ onEnd: () => new Promise((resolve) => void setTimeout(resolve, 40)) });
    await world.runner.pause(id);
    await eventually(async () => expect((await world.journal.readJob(id))?.endedAt).toBeDefined(), {
      interval: 1,
    });
    await world.runner.cancel(id);
    const read = vi.spyOn(Journal.prototype, 'readJob').mockRejectedValue(new Error('x'));
    await eventually(() => expect(world.resumeAt).toBe(world.clock.now() + 60_000));
    read.mockRestore();
    await world.wake();
    await eventually(async () => expect((await world.journal.readJob(id))?.state).toBe('cancelled'));
  });
});

describe('an undo that comes as its removal goes on', () => {
  it('is refused, and the removal comes to its end', async () => {
    const id = await startedOneByOne();
    await world.runner.cancel(id);
    await world.ended(id);
    const slow = new Journal(world.database);
    const readBatches = slow.readBatches.bind(slow);
    // The removal is taken up again while what it has done is being read.
    slow.readBatches = async (jobId) => {
      const batches = await readBatches(jobId);
      await world.runner.continue(id);
      return batches;
    };
    const other = world.runner;
    const undoing = world.newWorker({ journal: slow }).undo(id, 'undo');
    world.runner = other;
    expect(await problemOf(undoing)).toEqual({ code: 'jobRunning' });
    expect(await world.ended(id)).toMatchObject({ changed: 3, job: { state: 'finished' } });
    expect((await world.journal.readJob(id))?.undoneBy).toBeUndefined();
    await world.runner.undo(id, 'undo');
    expect((await world.ended('undo')).changed).toBe(3);
  });
});

describe('a pause', () => {
  it('sends nothing more until the job is resumed, and then the rest alone', async () => {
    const id = await startedOneByOne();
    await world.runner.pause(id);
    expect((await world.journal.readJob(id))?.state).toBe('paused');
    await eventually(async () => expect((await world.account(id)).settled).toBe(1));
    await world.runner.resumeAll();
    expect(calls()).toHaveLength(1);
    await world.runner.continue(id);
    expect(await world.ended(id)).toMatchObject({ settled: 3, changed: 3, job: { state: 'finished' } });
    expect(calls()).toHaveLength(3);
  });

  it('that is taken back at once loses nothing', async () => {
    const id = await startedOneByOne();
    await world.runner.pause(id);
    await world.runner.continue(id);
    await eventually(async () => expect((await world.journal.readJob(id))?.state).toBe('finished'));
    expect(await world.account(id)).toMatchObject({ settled: 3, changed: 3 });
    expect(calls()).toHaveLength(3);
  });

  it('outlives the worker', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    await world.runner.pause(id);
    await world.newWorker().resumeAll();
    expect((await world.journal.readJob(id))?.state).toBe('paused');
    await world.runner.continue(id);
    expect((await world.ended(id)).changed).toBe(2);
  });

  it('can be ended by a cancel, which tells what was done before it', async () => {
    const id = await startedOneByOne();
    await world.runner.pause(id);
    await world.runner.cancel(id);
    expect(await world.ended(id)).toMatchObject({ changed: 1, job: { state: 'cancelled' } });
    await world.runner.undo(id, 'undo');
    expect((await world.ended('undo')).changed).toBe(1);
  });

  it('of a job that has ended changes nothing', async () => {
    const { job } = await ended(['VIP']);
    await world.runner.pause(job.id);
    expect((await world.journal.readJob(job.id))?.state).toBe('finished');
  });
});

describe('a job that is queued behind another', () => {
  const twoJobs = async () => {
    world.fake.fail({ where: { path: 'remove_tags' }, what: { kind: 'delay', ms: 300 } });
    const first = await world.start(['VIP']);
    const second = await world.start(['Trade fair 2026']);
    return [first.id, second.id] as const;
  };

  it('has not begun, and reads the tags anew when its turn comes', async () => {
    const [first, second] = await twoJobs();
    expect((await world.journal.readJob(second))?.startedAt).toBeUndefined();
    await world.ended(first);
    expect((await world.ended(second)).changed).toBe(3);
    const paths = world.fake.requests.map(({ path }) => path.split('/').at(-1));
    expect(paths.slice(-2)).toEqual(['coql', 'remove_tags']);
  });

  it('is cancelled at once, without waiting for its turn', async () => {
    const [first, second] = await twoJobs();
    await world.runner.cancel(second);
    expect((await world.journal.readJob(second))?.state).toBe('cancelled');
    await world.ended(first);
    await new Promise((resolve) => void setTimeout(resolve, 50));
    expect(tags().filter((each) => each.includes('Trade fair 2026'))).toHaveLength(3);
    expect(tags().flat()).not.toContain('VIP');
  });

  it('waits for its turn again where it was paused and resumed', async () => {
    const [, second] = await twoJobs();
    await world.runner.pause(second);
    await world.runner.continue(second);
    await eventually(async () => expect((await world.journal.readJob(second))?.state).toBe('finished'));
    expect(tags()).toEqual([[], ['Überfällig'], ['Newsletter']]);
    expect(Math.max(...calls().map(({ concurrency }) => concurrency))).toBe(1);
  });
});

describe('a job whose records another job has changed since the preview', () => {
  it('reads them anew, and claims no more than it did', async () => {
    const first = await world.start(['VIP']);
    const second = await world.start(['VIP']);
    expect((await world.ended(first.id)).changed).toBe(2);
    expect(await world.ended(second.id)).toMatchObject({ changed: 0, idle: 2, failed: [] });
  });
});

describe('a worker that stops', () => {
  it.each([
    ['before its call reached Bigin', false],
    ['before the answer came', true],
  ])('%s is followed by one that goes on', async (_, reaches) => {
    world.newStuckWorker(reaches);
    const { id } = await world.start(['VIP', 'Überfällig']);
    await eventually(async () => {
      const [batch] = await world.journal.readBatches(id);
      expect(batch?.state).toBe('sent');
    });
    if (reaches) await eventually(() => expect(tags().flat()).not.toContain('VIP'));
    await world.newWorker().resumeAll();
    expect(await world.ended(id)).toMatchObject({
      settled: 3,
      changed: 3,
      changedTags: ['VIP', 'Überfällig'],
      failed: [],
    });
    expect(tags().flat()).not.toContain('VIP');
  });

  it('between two calls is followed by one that makes the rest alone', async () => {
    const { id } = await world.start(['Trade fair 2026'], ids, oneByOne);
    const [done, ...open] = (await world.ended(id)) && (await world.journal.readBatches(id));
    const planned = open.map((batch) => ({
      ...batch,
      state: 'planned' as const,
      records: batch.records.map((record) => ({ id: record.id, tags: record.tags })),
    }));
    for (const { records } of planned) {
      for (const record of records) world.fake.world.setTags(zylker, 'Contacts', record.id, record.tags);
    }
    await world.journal.saveBatches(planned);
    await world.journal.updateJob(id, () => ({ state: 'running' }));
    world.fake.requests.length = 0;
    await world.newWorker().resumeAll();
    expect(await world.ended(id)).toMatchObject({ settled: 3, changed: 3 });
    expect(calls().map(({ path }) => path)).toEqual(
      planned.map(({ records }) => `/bigin/v2/Contacts/${records[0]?.id}/actions/remove_tags`),
    );
    expect(done?.state).toBe('settled');
  });

  it('while it was cancelling is followed by one that ends the job', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    await world.runner.cancel(id);
    world.fake.requests.length = 0;
    await world.newWorker().resumeAll();
    expect((await world.ended(id)).job.state).toBe('cancelled');
    expect(calls()).toEqual([]);
  });

  it('and wakes twice runs a job once', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    world.fake.requests.length = 0;
    const worker = world.newWorker();
    await Promise.all([worker.resumeAll(), worker.resumeAll()]);
    await world.ended(id);
    expect(calls()).toHaveLength(1);
  });

  it('has written what it sends before it sends it', async () => {
    const states: string[] = [];
    const fetchBefore = world.fake.fetch.bind(world.fake);
    const journal = new Journal(world.database);
    let id = '';
    vi.spyOn(world.fake, 'fetch').mockImplementation(async (request) => {
      if (request.url.includes('remove_tags')) {
        states.push(...(await journal.readBatches(id)).map(({ state }) => state));
      }
      return fetchBefore(request);
    });
    world.newPlainWorker();
    const job = await world.start(['Trade fair 2026'], ids, oneByOne).then((started) => {
      id = started.id;
      return started;
    });
    await world.ended(job.id);
    expect(states).toEqual([
      'sent',
      'planned',
      'planned',
      'settled',
      'sent',
      'planned',
      'settled',
      'settled',
      'sent',
    ]);
  });
});

describe('a runner', () => {
  it('runs the jobs of one connection one after another', async () => {
    world.fake.configure({ latencyMs: 5 });
    const jobs = [
      await world.start(['VIP']),
      await world.start(['Newsletter']),
      await world.start(['Überfällig']),
    ];
    await Promise.all(jobs.map(({ id }) => world.ended(id)));
    expect(Math.max(...calls().map(({ concurrency }) => concurrency))).toBe(1);
  });

  it('says when it is busy, and when it is not any more', async () => {
    const busy: boolean[] = [];
    const endedJobs: string[] = [];
    world.newWorker({
      onBusy: (isBusy) => busy.push(isBusy),
      onEnd: (job) => Promise.resolve(void endedJobs.push(job.id)),
    });
    const { job } = await ended(['VIP']);
    await eventually(() => expect(busy).toEqual([true, false]));
    expect(endedJobs).toEqual([job.id]);
  });

  it('goes on with the next job where one’s end goes wrong', async () => {
    world.newWorker({ onEnd: () => Promise.reject(new Error('x')) });
    await ended(['VIP']);
    expect((await ended(['Newsletter'])).job.state).toBe('finished');
  });

  it.each(['continue', 'cancel', 'retryFailed'] as const)(
    'says so where there is no job to %s',
    async (action) => {
      expect(await problemOf(world.runner[action]('nope'))).toEqual({ code: 'jobGone' });
    },
  );

  it('does not retry what is still running', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    await eventually(async () => expect((await world.journal.readBatches(id))[0]?.state).toBe('sent'));
    const before = await world.journal.readBatches(id);
    await world.runner.retryFailed(id).catch(() => undefined);
    expect(await world.journal.readBatches(id)).toEqual(before);
    expect((await world.journal.readJob(id))?.state).toBe('running');
  });

  it('does not retry twice where the button is pressed twice', async () => {
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0));
    const { job } = await ended(['VIP', 'Überfällig']);
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0), false);
    await Promise.allSettled([world.runner.retryFailed(job.id), world.runner.retryFailed(job.id)]);
    expect(await world.ended(job.id)).toMatchObject({ total: 3, settled: 3, changed: 3 });
  });

  it('does not retry what failed while the rest was not even sent: that is to be continued first', async () => {
    world.newPlainWorker();
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0));
    world.fake.fail({
      where: { path: 'remove_tags' },
      after: 1,
      what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'x' },
    });
    const { job } = await ended(['Trade fair 2026'], ids, oneByOne);
    expect(job).toMatchObject({ state: 'stopped', problem: { code: 'noPermission' } });
    await expect(world.runner.retryFailed(job.id)).rejects.toThrow('nothingToRetry');
    expect(tags()[2]).toContain('Trade fair 2026');
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0), false);
    await world.runner.continue(job.id);
    expect(await world.ended(job.id)).toMatchObject({ settled: 3, changed: 2, job: { state: 'finished' } });
    await world.runner.retryFailed(job.id);
    const retried = await world.ended(job.id);
    expect(retried).toMatchObject({ settled: 3, changed: 3, job: { state: 'finished' } });
    expect(retried.job.problem).toBeUndefined();
  });

  it('sends nothing where the cancel comes between the journal’s write and the call', async () => {
    const journal = new Journal(world.database);
    const mark = journal.markSent.bind(journal);
    vi.spyOn(journal, 'markSent').mockImplementation(async (batch) => {
      await mark(batch);
      await world.runner.cancel(batch.jobId);
    });
    world.newWorker({ journal });
    const { id } = await world.start(['VIP']);
    expect(await world.ended(id)).toMatchObject({ settled: 0, open: 0, job: { state: 'cancelled' } });
    expect(calls()).toEqual([]);
  });

  it('does not retry what failed of a job that was cancelled', async () => {
    world.newPlainWorker();
    world.fake.world.setLocked(zylker, 'Contacts', at(ids, 0));
    world.fake.fail({ where: { path: 'remove_tags' }, times: 3, what: { kind: 'delay', ms: 200 } });
    const { id } = await world.start(['Trade fair 2026'], ids, oneByOne);
    await eventually(() => expect(calls()).toHaveLength(1), { interval: 5 });
    await world.runner.cancel(id);
    expect((await world.ended(id)).job.state).toBe('cancelled');
    await expect(world.runner.retryFailed(id)).rejects.toThrow('nothingToRetry');
    expect(tags()[1]).toContain('Trade fair 2026');
  });

  it('takes no removal back that is still under way', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    await expect(world.runner.undo(id, 'undo')).rejects.toThrow('jobRunning');
    expect((await world.journal.readJob(id))?.undoneBy).toBeUndefined();
  });

  it('continues a job at once where the last run’s end is still being told', async () => {
    world.newWorker({ onEnd: () => new Promise((resolve) => void setTimeout(resolve, 30)) });
    world.fake.fail({
      where: { path: 'remove_tags' },
      what: { kind: 'status', status: 403, code: 'NO_PERMISSION', message: 'x' },
    });
    const { job } = await ended(['VIP']);
    await world.runner.continue(job.id);
    expect((await world.ended(job.id)).job.state).toBe('finished');
  });

  it('continues no job but one that stopped', async () => {
    const { job } = await ended(['VIP']);
    await world.runner.continue(job.id);
    expect((await world.journal.readJob(job.id))?.state).toBe('finished');
    expect(calls()).toHaveLength(1);
  });
});
