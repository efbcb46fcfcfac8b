import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectionCalls } from '@/lib/browser/connection-calls';
import { systemClock } from '@/lib/calls/clock';
import type { Database } from '@/lib/database';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { patiently } from '@/lib/preview/patiently';
import { readTags } from '@/lib/preview/read-tags';
import { saveRunSettings, standardRunSettings } from '@/lib/settings/run-settings';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { clientOf, newest } from '../support/fake';
import { connectionId } from '../support/preview-of';
import { testDatabase } from '../support/test-database';

let fake: FakeBigin;
let database: Database;
let connections: ConnectionCalls;

const connection = { dataCenter: 'us', connectionId } as const;
const other = { dataCenter: 'eu', connectionId: 'eu:org1' } as const;

beforeEach(async () => {
  fakeBrowser.reset();
  fake = createFakeBigin();
  fake.configure({ unknowns: { coql: 'refused' } });
  database = await testDatabase();
  connections = newWorker();
});

function newWorker(): ConnectionCalls {
  const client = clientOf(fake);
  return new ConnectionCalls({
    learnt: new LearntStore(database),
    clientOf: () => client,
    clock: systemClock,
  });
}

/** Which ways a reading of 150 records took. */
async function waysOf(name: typeof connection | typeof other): Promise<string[]> {
  fake.requests.length = 0;
  const calls = await connections.of(name);
  await readTags(calls.client, 'Contacts', newest(fake, 150), patiently(calls, systemClock));
  return fake.requests.map(({ path }) => (path.endsWith('/coql') ? 'coql' : 'ids'));
}

describe('what was found out of a connection', () => {
  it('is known to the next reading, also of a worker that was started anew', async () => {
    expect(await waysOf(connection)).toEqual(['coql', 'ids', 'ids']);
    expect(await waysOf(connection)).toEqual(['ids', 'ids']);
    connections = newWorker();
    expect(await waysOf(connection)).toEqual(['ids', 'ids']);
  });

  it('is not believed of another connection', async () => {
    await waysOf(connection);
    expect(await waysOf(other)).toEqual(['coql', 'ids', 'ids']);
  });

  it('is found out anew after a disconnect, or a sign-in', async () => {
    await waysOf(connection);
    await waysOf(other);
    await connections.relearn(connectionId);
    connections = newWorker();
    expect(await waysOf(connection)).toEqual(['coql', 'ids', 'ids']);
    expect(await waysOf(other)).toEqual(['ids', 'ids']);
  });
});

describe('the calls of a connection', () => {
  it('are the same for all who ask, so that together they keep one pace', async () => {
    const [one, same, another] = await Promise.all(
      [connection, connection, other].map((name) => connections.of(name)),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(another);
  });

  it('begin as the settings say', async () => {
    await saveRunSettings({ ...standardRunSettings, concurrencyStart: 4, concurrencyCeiling: 4 });
    expect((await connections.of(connection)).pace.width).toBe(4);
  });

  it('that could not be made are made when they are asked for again', async () => {
    const broken = new Error('no disk');
    let isBroken = true;
    const learnt = new LearntStore(database);
    connections = new ConnectionCalls({
      learnt,
      clock: systemClock,
      clientOf: () => {
        if (isBroken) throw broken;
        return clientOf(fake);
      },
    });
    await expect(connections.of(connection)).rejects.toBe(broken);
    isBroken = false;
    expect(await waysOf(connection)).toEqual(['coql', 'ids', 'ids']);
  });
});
