import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { goOnWhereMended } from '@/lib/browser/go-on-where-mended';
import type { Job } from '@/lib/jobs/job';
import { connectionId, type Connection } from '@/lib/oauth/connection';
import { saveConnection } from '@/lib/oauth/connection-store';
import type { ProblemCode } from '@/lib/problem';
import { aConnection } from '../support/a-connection';
import { withhold } from '../support/host-permissions';

const place = { dataCenter: 'us', org: 'org1', connectionId: connectionId('us', 'org1') } as const;

/** What is done for a job that waits with a problem, or runs without one. */
async function doneFor(code?: ProblemCode): Promise<string[]> {
  const done: string[] = [];
  const job = { ...place, ...(code && { problem: { code } }) } as Job;
  await goOnWhereMended({
    journal: { unfinishedJobs: () => Promise.resolve([job]) },
    runner: {
      resumeWaiting: (problem) => Promise.resolve(void done.push(problem)),
      continueSignedIn: (id) => Promise.resolve(void done.push(id)),
    },
  });
  return done;
}

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
    expect(await doneFor('accessMissing')).toEqual(['accessMissing']);
  });

  it('waits on where one of them is still kept back', async () => {
    withhold('www.zohoapis.com');
    expect(await doneFor('accessMissing')).toEqual([]);
  });

  it('goes on where its connection was signed in again meanwhile', async () => {
    await connect();
    expect(await doneFor('signInNeeded')).toEqual([place.connectionId]);
  });

  it('waits on while its connection needs a sign-in, or is gone', async () => {
    expect(await doneFor('signInNeeded')).toEqual([]);
    await connect({ signInNeeded: true });
    expect(await doneFor('signInNeeded')).toEqual([]);
  });

  it('waits on for anything else, and has nothing to wait for where it runs', async () => {
    await connect();
    expect([await doneFor('networkDown'), await doneFor('scopeMissing'), await doneFor()]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
