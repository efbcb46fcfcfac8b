import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { goOnWhereMended } from '@/lib/browser/go-on-where-mended';
import type { Job } from '@/lib/jobs/job';
import { connectionId, type Connection } from '@/lib/oauth/connection';
import { saveConnection } from '@/lib/oauth/connection-store';
import type { ProblemCode } from '@/lib/problem';
import { aJob } from '../support/a-job';
import { aConnection } from '../support/a-connection';
import { withhold } from '../support/host-permissions';
import { JobWorld } from '../support/job-world';

const place = { dataCenter: 'us', org: 'org1', connectionId: connectionId('us', 'org1') } as const;

/** Whether a job goes on. */
async function goesOn(job: Job): Promise<boolean> {
  const resume = vi.fn(() => Promise.resolve());
  await goOnWhereMended({
    journal: { unfinishedJobs: () => Promise.resolve([job]) },
    runner: { resume },
  });
  return resume.mock.calls.length > 0;
}

const waitingFor = (code: ProblemCode, changes: Partial<Job> = {}) =>
  aJob({ ...place, state: 'waiting', problem: { code }, ...changes });

async function connect(facts: Partial<Connection> = {}): Promise<void> {
  const connection = { ...aConnection, id: place.connectionId, signInNeeded: false, ...facts };
  await saveConnection(connection, { token: 't', expiresAt: Date.now() + 3_600_000 });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a job that has come to wait', () => {
  it('goes on where the hosts that it waits for were allowed meanwhile', async () => {
    withhold('www.zohoapis.eu');
    expect(await goesOn(waitingFor('accessMissing'))).toBe(true);
  });

  it('waits on where one of them is still kept back', async () => {
    withhold('www.zohoapis.com');
    expect(await goesOn(waitingFor('accessMissing'))).toBe(false);
  });

  it('goes on where its connection was signed in again meanwhile', async () => {
    await connect();
    expect(await goesOn(waitingFor('signInNeeded'))).toBe(true);
  });

  it('waits on while its connection needs a sign-in, or is gone', async () => {
    expect(await goesOn(waitingFor('signInNeeded'))).toBe(false);
    await connect({ signInNeeded: true });
    expect(await goesOn(waitingFor('signInNeeded'))).toBe(false);
  });

  it('waits on for anything else, and has nothing to wait for where it runs', async () => {
    await connect();
    const others = [waitingFor('networkDown'), waitingFor('scopeMissing'), aJob()];
    expect(await Promise.all(others.map(goesOn))).toEqual([false, false, false]);
  });
});

describe('of jobs whose problem may be mended', () => {
  /** How jobs stand once the first of them has ended. */
  async function statesOf(...jobs: [Job, ...Job[]]): Promise<(string | undefined)[]> {
    const world = await JobWorld.create();
    for (const job of jobs) await world.journal.write(job, []);
    await goOnWhereMended(world);
    await world.ended(jobs[0].id);
    return Promise.all(jobs.map(async ({ id }) => (await world.journal.readJob(id))?.state));
  }

  it('those go on whose data center may be reached, not those of another', async () => {
    withhold('www.zohoapis.eu');
    const here = waitingFor('accessMissing', { id: 'here' });
    const there = waitingFor('accessMissing', { id: 'there', dataCenter: 'eu', connectionId: 'eu:org1' });
    expect(await statesOf(here, there)).toEqual(['finished', 'waiting']);
  });

  it('those go on that wait for a sign-in, not those that were stopped for want of a scope', async () => {
    await connect();
    const waits = waitingFor('signInNeeded', { id: 'waits' });
    const stopped = waitingFor('scopeMissing', { id: 'stopped', state: 'stopped' });
    expect(await statesOf(waits, stopped)).toEqual(['finished', 'stopped']);
  });
});
