import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { explain } from '@/lib/bigin/errors/explain';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { checkClient } from '@/lib/oauth/check-client';
import { defaultOAuthSettings, type OAuthClient, type OAuthSettings } from '@/lib/oauth/client-settings';
import { clients, oauthWorld, type OAuthWorld } from '../support/oauth';
import { allow, withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

let world: OAuthWorld;

beforeEach(async () => {
  world = await oauthWorld();
});

const check = (client: OAuthClient, dataCenter: OAuthSettings['dataCenter'] = 'automatic') =>
  checkClient({ ...defaultOAuthSettings, client, dataCenter });

const register = (client: OAuthClient, changes: object) => {
  const known = world.fake.world.clients.find(({ id }) => id === client.id);
  if (!known) throw new Error('no such client');
  world.fake.world.clients = [{ ...known, ...changes }];
};

describe('the check of a client', () => {
  it.each(Object.values(clients))('accepts a $type client that is set up rightly', async (client) => {
    await expect(check(client)).resolves.toBeUndefined();
  });

  it.each(Object.values(clients))('finds a wrong ID of a $type client', async (client) => {
    expect((await problemOf(check({ ...client, id: '1000.NOBODY' }))).code).toBe('clientInvalid');
  });

  it('finds a wrong secret', async () => {
    const problem = await problemOf(check({ ...clients.server, secret: 'wrong' }));
    expect(problem).toEqual({ code: 'clientSecretInvalid' });
  });

  it.each(Object.values(clients))('finds a redirect URI that a $type client lacks', async (client) => {
    register(client, { redirectUris: ['https://elsewhere.example/'] });
    expect((await problemOf(check(client))).code).toBe('redirectUriInvalid');
  });

  it.each(Object.values(clients))(
    'names the data center where a $type client is registered',
    async (client) => {
      register(client, { dataCenters: ['in'] });
      const problem = await problemOf(check(client, 'eu'));
      expect(problem).toEqual({ code: 'clientElsewhere', values: { dataCenter: 'in' } });
      expect(explainProblem(problem)).toContain('India');
      await expect(check(client, 'in')).resolves.toBeUndefined();
    },
  );

  it('asks for what is missing', async () => {
    expect((await problemOf(check({ ...clients.public, id: '' }))).code).toBe('clientIdMissing');
    expect((await problemOf(check({ ...clients.server, secret: '' }))).code).toBe('clientSecretMissing');
  });

  it('does not take a network that is down for a wrong client', async () => {
    world.answer = () => Promise.reject(new TypeError('fetch failed'));
    for (const client of Object.values(clients)) {
      expect((await problemOf(check(client))).code).toBe('networkDown');
    }
  });

  it('gives up a consent page that does not come', async () => {
    const timeLimit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    world.answer = ({ signal }) =>
      signal.aborted ? Promise.reject(signal.reason as Error) : new Promise(() => {});
    expect((await problemOf(check(clients.implicit))).code).toBe('networkDown');
    expect(timeLimit).toHaveBeenCalledWith(30_000);
  });

  it('takes two words from the consent page, whatever else it says', async () => {
    const words = fc.constantFrom('<p>', 'Invalid Redirect Uri', 'invalid_client', 'S3CRET');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(words, fc.string())), async (parts) => {
        world.answer = () => Promise.resolve(new Response(parts.join('')));
        const verdict = await check(clients.implicit).catch(explain);
        expect([undefined, { code: 'redirectUriInvalid' }, { code: 'clientInvalid' }]).toContainEqual(
          verdict,
        );
      }),
    );
  });

  it('sends the secret to the token endpoint of the chosen data center alone', async () => {
    await check(clients.server, 'jp');
    const withSecret = world.requests.filter(({ url, body }) => `${url} ${body}`.includes('server-secret'));
    expect(withSecret.map(({ url }) => url)).toEqual(['https://accounts.zoho.jp/oauth/v2/token']);
  });

  it('sends the secret nowhere else while it looks where a client is registered', async () => {
    await problemOf(check({ ...clients.server, id: '1000.NOBODY' }, 'jp'));
    const withSecret = world.requests.filter(({ url, body }) => `${url} ${body}`.includes('server-secret'));
    expect(withSecret.map(({ url }) => url)).toEqual(['https://accounts.zoho.jp/oauth/v2/token']);
  });

  it('with the data center left open sends the secret to no other than the client’s own', async () => {
    register(clients.server, { dataCenters: ['eu'] });
    await check(clients.server);
    const withSecret = world.requests.filter(({ url, body }) => `${url} ${body}`.includes('server-secret'));
    expect(withSecret.map(({ url }) => url)).toEqual(['https://accounts.zoho.eu/oauth/v2/token']);
  });

  it('with the data center left open accepts a server’s client also where Zoho knows no ID without its secret', async () => {
    const genuine = world.answer;
    world.answer = async (request) => {
      const isWithout =
        request.method === 'POST' && !(await request.clone().text()).includes('client_secret');
      return isWithout ? Response.json({ error: 'invalid_client' }) : genuine(request);
    };
    await expect(check(clients.server)).resolves.toBeUndefined();
    expect((await problemOf(check({ ...clients.server, secret: 'wrong' }))).code).toBe('clientSecretInvalid');
  });

  it('with the data center left open sends the secret nowhere while one of them does not answer', async () => {
    const genuine = world.answer;
    world.answer = (request) =>
      new URL(request.url).host === 'accounts.zoho.eu'
        ? Promise.reject(new TypeError('fetch failed'))
        : genuine(request);
    expect((await problemOf(check({ ...clients.server, id: '1000.NOBODY' }))).code).toBe('clientInvalid');
    expect(world.requests.filter(({ body }) => body.includes('server-secret'))).toEqual([]);
  });

  it('with the data center left open does not call a client unknown that the browser kept it from asking for', async () => {
    register(clients.public, { dataCenters: ['eu'] });
    withhold('accounts.zoho.eu', 'accounts.zoho.in');
    const { code, values } = await problemOf(check(clients.public));
    expect(code).toBe('accessMissing');
    // All of them at once: who is asked once is not asked again.
    expect(String(values?.['hosts']).split(',')).toEqual(
      expect.arrayContaining(['accounts.zoho.eu', 'accounts.zoho.in']),
    );
    allow('accounts.zoho.eu', 'accounts.zoho.in');
    await expect(check(clients.public)).resolves.toBeUndefined();
  });

  it('with the data center left open accepts a client of any', async () => {
    register(clients.server, { dataCenters: ['eu'] });
    await expect(check(clients.server)).resolves.toBeUndefined();
    expect((await problemOf(check({ ...clients.server, secret: 'wrong' }))).code).toBe('clientSecretInvalid');
  });

  it.each([
    ['fails', () => Promise.resolve(new Response('<html>', { status: 503 }))],
    ['gives out no more tokens', () => Promise.resolve(Response.json({ error: 'access_denied' }))],
    ['says something else', () => Promise.resolve(Response.json({ error: 'general_error' }))],
  ])('does not call a client good where Zoho %s', async (_, answer) => {
    world.answer = answer;
    for (const client of [clients.public, clients.server]) {
      expect((await problemOf(check(client))).code).toMatch(/^(?:signInFailed|tokensExhausted)$/);
    }
  });

  it('names no data center whose answer said nothing', async () => {
    const genuine = world.answer;
    world.answer = (request) =>
      new URL(request.url).host.endsWith('.cn')
        ? Promise.resolve(new Response('<html>', { status: 503 }))
        : genuine(request);
    expect((await problemOf(check({ ...clients.public, id: '1000.NOBODY' }))).code).toBe('clientInvalid');
  });
});
