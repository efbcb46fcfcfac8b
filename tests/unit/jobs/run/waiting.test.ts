import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch, Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import type { JobRunnerOptions } from '@/lib/jobs/run/job-runner';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { aJob } from '../../support/a-job';
import { eventually } from '../../support/eventually';
import { at, newest } from '../../support/fake';
import { JobWorld } from '../../support/job-world';
import { problemOf } from '../../support/problem-of';

const minute = 60_000;
const day = 24 * 60 * minute;

let world: JobWorld;
let now: number;
let isBusy: boolean;
const onWait = vi.fn();

const newWorker = (options: Partial<JobRunnerOptions> = {}) =>
  world.newWorker({ onWait, onBusy: (busy) => void (isBusy = busy), ...options });

beforeEach(async () => {
  onWait.mockClear();
  isBusy = false;
  world = await JobWorld.create();
  newWorker();
  now = world.clock.now();
});

/** Jobs that have nothing left to send, each in a connection of its own unless told: where one goes on, it ends. */
async function stored(...jobs: Partial<Job>[]): Promise<void> {
  for (const changes of jobs) {
    await world.journal.write(aJob({ connectionId: `us:${changes.id}`, ...changes }), []);
  }
}
const waiting = (id: string, code: ProblemCode, changes: Partial<Job> = {}): Partial<Job> => ({
  id,
  state: 'waiting',
  problem: { code },
  startedAt: now,
  ...changes,
});
/** How jobs stand once those that go on have ended. */
async function states(...ids: string[]): Promise<(string | undefined)[]> {
  await eventually(() => expect(isBusy).toBe(false), { interval: 5 });
  return Promise.all(ids.map(async (id) => (await world.journal.readJob(id))?.state));
}

describe('a job that was put aside while it waited', () => {
  const aside = async (id: string) => (await world.journal.readJob(id))?.dismissed;

  it('has its result seen, though it went on by itself', async () => {
    await stored(waiting('due', 'serverError', { resumeAt: now, dismissed: true }));
    await world.runner.resumeAll();
    expect(await states('due')).toEqual(['finished']);
    expect(await aside('due')).toBe(false);
  });

  it('is seen again by who goes on with it', async () => {
    await stored(waiting('j', 'serverError', { resumeAt: now + day, dismissed: true, undoneBy: 'u' }));
    await world.runner.continue('j');
    expect(await aside('j')).toBe(false);
  });
});

describe('a worker that wakes', () => {
  it('goes on with what it is time for, and asks to be woken for the rest', async () => {
    await stored(
      waiting('due', 'serverError', { resumeAt: now }),
      waiting('later', 'serverError', { resumeAt: now + 9 * minute }),
      waiting('next', 'serverError', { resumeAt: now + minute }),
      waiting('for a sign-in', 'signInNeeded'),
      { id: 'paused', state: 'paused', resumeAt: now + 1 },
    );
    await world.runner.resumeAll();
    expect(onWait.mock.calls).toEqual([[now + 9 * minute], [now + minute]]);
    expect(await states('due', 'later', 'next', 'for a sign-in', 'paused')).toEqual([
      'finished',
      'waiting',
      'waiting',
      'waiting',
      'paused',
    ]);
  });

  it('asks for nothing where nothing waits for a time', async () => {
    await stored(waiting('for a sign-in', 'signInNeeded'), { id: 'runs' }, { id: 'over', state: 'finished' });
    await world.runner.resumeAll();
    expect(await states('for a sign-in', 'runs')).toEqual(['waiting', 'finished']);
    expect(onWait).not.toHaveBeenCalled();
  });

  it('asks to be woken again where the journal could not be written', async () => {
    const journal = new Journal(world.database);
    vi.spyOn(journal, 'updateJob').mockRejectedValue(new Error('x'));
    await stored({ id: 'j' });
    await newWorker({ journal }).resumeAll();
    await eventually(() => expect(onWait.mock.calls).toEqual([[now + minute]]));
    expect(await states('j')).toEqual(['running']);
  });
});

describe('a worker that takes jobs up', () => {
  it('leaves those alone that the user paused while they were being read', async () => {
    await stored(waiting('due', 'serverError', { resumeAt: now }), waiting('needs it', 'signInNeeded'));
    const journal = new Journal(world.database);
    const pausing = async <T>(read: Promise<T>): Promise<T> => {
      const jobs = await read;
      for (const id of ['due', 'needs it']) await world.journal.updateJob(id, () => ({ state: 'paused' }));
      return jobs;
    };
    const unfinishedJobs = journal.unfinishedJobs.bind(journal);
    const hinderedJobs = journal.hinderedJobs.bind(journal);
    journal.unfinishedJobs = () => pausing(unfinishedJobs());
    journal.hinderedJobs = (id) => pausing(hinderedJobs(id));
    const runner = newWorker({ journal });
    await runner.resumeAll();
    await runner.continueSignedIn('us:needs it');
    expect(await states('due', 'needs it')).toEqual(['paused', 'paused']);
  });

  it('tells that none is in hand: an earlier one may have been stopped while it was busy', async () => {
    const onBusy = vi.fn();
    await newWorker({ onBusy }).resumeAll();
    expect(onBusy.mock.calls).toEqual([[false]]);
  });
});

describe('a network that is back', () => {
  it('has those jobs go on that waited for it, before their time', async () => {
    const resumeAt = now + minute;
    await stored(
      waiting('offline', 'networkDown', { resumeAt }),
      waiting('busy', 'tooManyRequests', { resumeAt }),
      { id: 'paused', state: 'paused', problem: { code: 'networkDown' } },
      { id: 'no problem', state: 'waiting', resumeAt },
    );
    await world.runner.resumeAfter('networkDown');
    expect(await states('offline', 'busy', 'paused', 'no problem')).toEqual([
      'finished',
      'waiting',
      'paused',
      'waiting',
    ]);
  });
});

describe('a sign-in that is over', () => {
  it('has those jobs go on that could not be renewed while it was under way', async () => {
    const resumeAt = now + minute;
    await stored(
      waiting('hindered', 'signInBusy', { resumeAt }),
      waiting('offline', 'networkDown', { resumeAt }),
    );
    await world.runner.resumeAfter('signInBusy');
    expect(await states('hindered', 'offline')).toEqual(['finished', 'waiting']);
  });
});

describe('a job whose problem is mended', () => {
  it('goes on where it still waits, and not against the will of a user who has paused it since', async () => {
    await stored(waiting('waits', 'accessMissing'), { id: 'paused', state: 'paused' });
    await world.runner.resume(aJob(waiting('waits', 'accessMissing')));
    await world.runner.resume(aJob(waiting('paused', 'accessMissing')));
    expect(await states('waits', 'paused')).toEqual(['finished', 'paused']);
  });
});

describe('a sign-in', () => {
  const one = { connectionId: 'us:one' };

  it('has those jobs of its connection go on that it mends', async () => {
    await stored(
      waiting('needs it', 'signInNeeded', one),
      { ...waiting('lacked a scope', 'scopeMissing', one), state: 'stopped' },
      waiting('busy', 'tooManyRequests', { ...one, resumeAt: now + minute }),
      waiting('removed on purpose', 'noConnection', one),
      waiting('elsewhere', 'signInNeeded'),
      { ...waiting('no problem', 'signInNeeded', one), problem: undefined },
    );
    await world.runner.continueSignedIn('us:one');
    const [needsIt, lacked, ...others] = await states(
      'needs it',
      'lacked a scope',
      'busy',
      'removed on purpose',
      'elsewhere',
      'no problem',
    );
    expect(others).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect([needsIt, lacked]).not.toContain('stopped');
  });

  it('leaves alone a job whose connection the user had removed on purpose', async () => {
    await stored(waiting('removed on purpose', 'noConnection', one));
    await world.runner.continueSignedIn('us:one');
    expect((await world.journal.readJob('removed on purpose'))?.state).toBe('waiting');
  });
});

describe('a job that is continued', () => {
  it('has older ones of its connection that wait go first', async () => {
    const one = { connectionId: 'us:one', resumeAt: now + minute };
    await stored(
      waiting('b', 'serverError', { ...one, createdAt: 1 }),
      waiting('a', 'serverError', { ...one, createdAt: 2 }),
      waiting('c', 'serverError', { ...one, createdAt: 2 }),
      waiting('younger', 'serverError', { ...one, createdAt: 3 }),
      waiting('elsewhere', 'serverError', { createdAt: 0, resumeAt: now + minute }),
      { id: 'paused', connectionId: 'us:one', state: 'paused', createdAt: 0 },
    );
    const order: string[] = [];
    newWorker({ onEnd: ({ id }) => Promise.resolve(void order.push(id)) });
    await world.runner.continue('c');
    expect(await states('younger', 'elsewhere', 'paused')).toEqual(['waiting', 'waiting', 'paused']);
    // Asked for at the same time, `a` stands before `c`.
    expect(order).toEqual(['b', 'a', 'c']);
  });

  it.each(['paused', 'waiting', 'stopped', 'cancelled'] as const)(
    'goes on where it was %s',
    async (state) => {
      await stored({ id: 'j', state, problem: { code: 'serverError' }, resumeAt: now + minute });
      await world.runner.continue('j');
      expect(await states('j')).toEqual(['finished']);
      const job = await world.journal.readJob('j');
      expect([job?.problem, job?.resumeAt, job?.startedAt]).toEqual([undefined, undefined, now]);
    },
  );

  it('stays as it is where it was undone', async () => {
    await stored({ id: 'j', state: 'cancelled', undoneBy: 'u' });
    await world.runner.continue('j');
    expect(await states('j')).toEqual(['cancelled']);
  });
});

describe('a job that waits', () => {
  it('can be paused, and then waits for nothing but the user', async () => {
    await stored(waiting('j', 'serverError', { resumeAt: now + minute }));
    await world.runner.pause('j');
    const job = await world.journal.readJob('j');
    expect([job?.state, job?.problem, job?.resumeAt]).toEqual(['paused', undefined, undefined]);
  });

  it('is cancelled at once, and tells when', async () => {
    await stored(waiting('j', 'serverError', { resumeAt: now + minute }));
    await world.runner.cancel('j');
    const job = await world.journal.readJob('j');
    expect([job?.state, job?.problem, job?.resumeAt, job?.endedAt]).toEqual([
      'cancelled',
      undefined,
      undefined,
      now,
    ]);
  });

  it('is not forgotten while this worker has it in hand', async () => {
    world.newStuckWorker();
    const { id } = await world.start(['VIP']);
    await eventually(async () => expect((await world.journal.readJob(id))?.startedAt).toBeDefined());
    await world.journal.updateJob(id, () => ({ state: 'paused' }));
    expect((await problemOf(world.runner.delete(id))).code).toBe('jobRunning');
    await newWorker().delete(id);
    expect(await world.journal.readJob(id)).toBeUndefined();
  });
});

describe('records of a job that does not run, of which no answer came', () => {
  const openBatch = (id: string, jobId = 'j'): Batch => ({
    jobId,
    index: 0,
    tagNames: ['No such tag'],
    wave: 0,
    state: 'sent',
    readAt: now,
    records: [{ id, tags: ['No such tag'], outcome: { kind: 'unknown' } }],
  });
  const open = async (jobId = 'j') => (await world.journal.readTallies(jobId))[0]?.open;
  const job = (changes: Partial<Job>) => aJob({ createdAt: now - 2 * day, ...changes });
  const write = (changes: Partial<Job>) =>
    world.journal.write(job(changes), [openBatch(at(newest(world.fake, 1), 0))]);

  it.each(['cancelled', 'stopped', 'paused'] as const)('are read when a worker wakes: %s', async (state) => {
    await write({ state, endedAt: now - day });
    await world.runner.resumeAll();
    await eventually(async () => expect(await open()).toBe(0));
    expect((await world.journal.readJob('j'))?.state).toBe(state);
  });

  it('are not asked after any more when a day has passed', async () => {
    await write({ state: 'cancelled', endedAt: now - day - 1 });
    // One of the same connection, whose turn comes after it.
    const [, id = ''] = newest(world.fake, 2);
    const later = job({ id: 'later', state: 'cancelled', endedAt: now, createdAt: now - 3 * day });
    await world.journal.write(later, [openBatch(id, 'later')]);
    await world.runner.resumeAll();
    await eventually(async () => expect(await open('later')).toBe(0));
    expect(await open()).toBe(1);
  });

  const cancelled = () => write({ state: 'cancelled', endedAt: now });
  /** A worker whose calls fail, and how often they did. */
  function newWorkerThatFails(code: ProblemCode) {
    const callsOf = vi.fn(() => Promise.reject(new ProblemError(code)));
    return { worker: newWorker({ callsOf }), callsOf };
  }

  it('are not asked after again before ten minutes have passed, by no worker', async () => {
    const rest = 10 * minute;
    const code = 'creditsSpent';
    await cancelled();
    await newWorkerThatFails(code).worker.resumeAll();
    await eventually(async () => expect((await world.journal.readJob('j'))?.resumeAt).toBe(now + rest));
    expect(onWait.mock.calls).toEqual([[now + rest]]);
    expect(await open()).toBe(1);

    world.clock.pass(rest - 1);
    onWait.mockClear();
    const { worker, callsOf } = newWorkerThatFails(code);
    await worker.resumeAll();
    // An alarm for something else may have gone off meanwhile, and with it the one for this.
    expect(onWait.mock.calls).toEqual([[now + rest]]);
    expect(callsOf).not.toHaveBeenCalled();

    world.clock.pass(1);
    for (const times of [1, 2]) {
      await worker.resumeAll();
      const next = world.clock.now() + rest;
      await eventually(async () => expect((await world.journal.readJob('j'))?.resumeAt).toBe(next));
      expect(callsOf).toHaveBeenCalledTimes(times);
      world.clock.pass(rest);
    }
  });

  it.each([
    ['a sign-in', 'signInNeeded', () => world.runner.continueSignedIn('us:org1')],
    ['a network that is back', 'networkDown', () => world.runner.resumeAfter('networkDown')],
  ] as const)('are asked after at once with %s', async (_, code, mend) => {
    await cancelled();
    await newWorkerThatFails(code).worker.resumeAll();
    await eventually(async () => expect((await world.journal.readJob('j'))?.resumeAt).toBeDefined());
    newWorker();
    await mend();
    await eventually(async () => expect(await open()).toBe(0));
  });

  it('are asked after once, however often the worker wakes while another job of the connection runs', async () => {
    await cancelled();
    let go: () => void = () => {};
    const running = new Promise<void>((resolve) => (go = resolve));
    const settlings: string[] = [];
    const runner = newWorker({
      async callsOf({ id }) {
        if (id === 'j') settlings.push(id);
        else await running;
        throw new Error('x');
      },
    });
    await world.journal.write(aJob({ id: 'runs' }), []);
    for (let alarm = 0; alarm < 5; alarm++) await runner.resumeAll();
    await world.journal.write(aJob({ id: 'last' }), []);
    await runner.resumeAll();
    go();
    await eventually(async () => expect((await world.journal.readJob('last'))?.startedAt).toBeDefined());
    expect(settlings).toEqual(['j']);
  });

  it('give no time to a job that goes on by then', async () => {
    await cancelled();
    const { worker, callsOf } = newWorkerThatFails('serverError');
    callsOf.mockImplementationOnce(async () => {
      await world.journal.updateJob('j', () => ({ state: 'running' }));
      throw new Error('x');
    });
    await worker.resumeAll();
    await eventually(() => expect(onWait).toHaveBeenCalled());
    await world.journal.updateJob('j', () => ({}));
    expect((await world.journal.readJob('j'))?.resumeAt).toBeUndefined();
  });
});
