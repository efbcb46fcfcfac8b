import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect } from '@/lib/oauth/connect';
import { listConnections, readAccessToken } from '@/lib/oauth/connection-store';
import { disconnect } from '@/lib/oauth/disconnect';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { withhold } from '../support/host-permissions';
import { clients, oauthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

const everythingStored = async () =>
  JSON.stringify([
    await fakeBrowser.storage.local.get('connections'),
    await fakeBrowser.storage.session.get(),
  ]);

describe('disconnecting', () => {
  it('forgets every token, and takes the grant back at Zoho', async () => {
    const world = await oauthWorld();
    const { id, refreshToken = '' } = await connect('us');
    await disconnect(id);
    expect(await listConnections()).toEqual([]);
    expect(await everythingStored()).toBe('[{"connections":[]},{}]');
    const revocation = world.requests.at(-1);
    expect(revocation?.url).toBe(`https://accounts.zoho.com/oauth/v2/token/revoke?token=${refreshToken}`);
    const again = await world.fake.fetch(
      new Request('https://accounts.zoho.com/oauth/v2/token', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: clients.public.id,
          refresh_token: refreshToken,
        }),
      }),
    );
    expect(await again.json()).toEqual({ error: 'invalid_code' });
  });

  it.each([
    ['is cut off', { kind: 'disconnect', when: 'before' }],
    ['fails', { kind: 'status', status: 500, code: 'x', message: 'x' }],
    ['answers no JSON', { kind: 'body', spoilt: 'html' }],
  ] as const)('forgets also where Zoho %s, and says so', async (_, what) => {
    const world = await oauthWorld();
    const { id } = await connect('us');
    world.fake.fail({ where: { path: 'revoke' }, what });
    const problem = await problemOf(disconnect(id));
    expect(problem.code).toBe('revokeFailed');
    expect(explainProblem(problem)).toMatch(/accounts\.zoho\.com, Sessions, Connected Apps\.$/);
    expect(await everythingStored()).toBe('[{"connections":[]},{}]');
  });

  it('without a refresh token takes back the access token, which is all there is', async () => {
    const world = await oauthWorld(clients.implicit);
    const { id } = await connect('us');
    const { token = '' } = (await readAccessToken(id)) ?? {};
    await disconnect(id);
    expect(world.requests.at(-1)?.url).toBe(`https://accounts.zoho.com/oauth/v2/token/revoke?token=${token}`);
    expect(await listConnections()).toEqual([]);
  });

  it('says that nothing was taken back where there is no token left to show', async () => {
    await oauthWorld(clients.implicit);
    const { id } = await connect('us');
    await fakeBrowser.storage.session.clear();
    expect((await problemOf(disconnect(id))).code).toBe('revokeFailed');
    expect(await listConnections()).toEqual([]);
  });

  it('names the server of its own data center, where it is to be done by hand', async () => {
    const world = await oauthWorld();
    world.choice = { email: 'nils@nordlicht.example' };
    const { id } = await connect('eu');
    world.fake.fail({ where: { path: 'revoke' }, what: { kind: 'disconnect', when: 'before' } });
    expect(explainProblem(await problemOf(disconnect(id)))).toContain('accounts.zoho.eu, Sessions');
  });

  it('asks for the access to Zoho that the user took back, and forgets nothing before it has that', async () => {
    await oauthWorld();
    const { id } = await connect('us');
    const before = await everythingStored();
    withhold('accounts.zoho.com');
    expect(await problemOf(disconnect(id))).toEqual({
      code: 'accessMissing',
      values: { hosts: 'accounts.zoho.com' },
    });
    expect(await everythingStored()).toBe(before);
  });

  it('leaves other connections alone', async () => {
    const world = await oauthWorld();
    const { id } = await connect('us');
    world.choice = { email: 'dana@zylker.example', org: '942010977' };
    const other = await connect('us');
    await disconnect(id);
    await expect(disconnect('us:org1')).resolves.toBeUndefined();
    expect(await listConnections()).toEqual([other]);
  });
});
