import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/lib/oauth/connect';
import { connectionInfo } from '@/lib/oauth/connection';
import { clientWithToken } from '@/lib/oauth/client-with-token';
import { findConnection, readAccessToken } from '@/lib/oauth/connection-store';
import { refreshModuleWords } from '@/lib/oauth/refresh-module-words';
import { zylker } from '../support/fake';
import { oauthWorld, type OAuthWorld } from '../support/oauth';

let world: OAuthWorld;
const firma = { Accounts: { singular: 'Firma', plural: 'Firmen' } };
const day = 86_400_000;

beforeEach(async () => {
  world = await oauthWorld();
});

const callsOfModules = () =>
  world.fake.requests.filter(({ path }) => path.endsWith('/settings/modules')).length;

function rename(labels: typeof firma) {
  const org = world.fake.world.org(zylker);
  if (org) org.labels = labels;
}

/** The refresh as the worker makes it when a page asks about the connection. */
async function refresh(id: string, now: number) {
  const connection = await findConnection(id);
  const { token = '' } = (await readAccessToken(id)) ?? {};
  if (connection) await refreshModuleWords(connection, clientWithToken('us', token), now);
  return findConnection(id);
}

describe('what an organization calls its modules', () => {
  it('is asked for when it is connected, and our pages may know it', async () => {
    rename(firma);
    const connection = await connect('us');
    expect(connectionInfo(connection).moduleWords).toEqual(firma);
  });

  it('is nothing of its own where it has renamed none', async () => {
    expect((await connect('us')).moduleWords).toEqual({});
  });

  it('is asked for again after a day, and not before', async () => {
    const { id } = await connect('us');
    rename(firma);
    expect((await refresh(id, Date.now() + day / 2))?.moduleWords).toEqual({});
    expect(callsOfModules()).toBe(1);
    expect((await refresh(id, Date.now() + 2 * day))?.moduleWords).toEqual(firma);
    expect(callsOfModules()).toBe(2);
  });

  it('stays what it was where it cannot be read, and nobody is bothered with that', async () => {
    rename(firma);
    const { id } = await connect('us');
    world.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect((await refresh(id, Date.now() + 2 * day))?.moduleWords).toEqual(firma);
  });

  it('does not keep an organization from being connected', async () => {
    const { answer } = world;
    world.answer = (request) =>
      request.url.includes('/settings/modules')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : answer(request);
    expect((await connect('us')).moduleWords).toBeUndefined();
  });
});
