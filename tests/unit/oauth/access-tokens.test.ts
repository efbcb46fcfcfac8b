import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { connect } from '@/lib/oauth/connect';
import type { Connection } from '@/lib/oauth/connection';
import { findConnection, readAccessToken } from '@/lib/oauth/connection-store';
import { disconnect } from '@/lib/oauth/disconnect';
import { defaultOAuthSettings, saveOAuthSettings } from '@/lib/oauth/client-settings';
import { zylker } from '../support/fake';
import { allow, withhold } from '../support/host-permissions';
import { clients, oauthWorld, tokenRequests, type OAuthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

const start = Date.UTC(2026, 9, 10);
const hour = 3_600_000;
let world: OAuthWorld;
let tokens: AccessTokens;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  tokens = new AccessTokens();
  return () => vi.useRealTimers();
});

async function connected(type: keyof typeof clients = 'public'): Promise<Connection> {
  world = await oauthWorld(clients[type]);
  const connection = await connect('us');
  world.requests.length = 0;
  return connection;
}
const stored = async (id: string) => (await readAccessToken(id))?.token;

describe('an access token', () => {
  it('is the one that is kept, while it lasts', async () => {
    const { id } = await connected();
    expect(await tokens.get(id)).toBe(await stored(id));
    vi.setSystemTime(start + hour - 61_000);
    expect(await tokens.get(id)).toBe(await stored(id));
    expect(world.requests).toEqual([]);
  });

  it('is renewed ahead of its end', async () => {
    const { id, refreshToken } = await connected();
    const first = await stored(id);
    vi.setSystemTime(start + hour - 60_000);
    const second = await tokens.get(id);
    expect(second).not.toBe(first);
    expect(await readAccessToken(id)).toEqual({ token: second, expiresAt: start + 2 * hour - 60_000 });
    expect(tokenRequests(world)).toEqual([
      { grant_type: 'refresh_token', client_id: clients.public.id, refresh_token: refreshToken },
    ]);
    expect((await findConnection(id))?.refreshToken).toBe(refreshToken);
  });

  it('is renewed with the secret that a server-based client was connected with', async () => {
    const { id } = await connected('server');
    await saveOAuthSettings({ ...defaultOAuthSettings, client: clients.public, dataCenter: 'eu' });
    await tokens.get(id, await stored(id));
    expect(tokenRequests(world)).toMatchObject([
      { client_id: clients.server.id, client_secret: 'server-secret' },
    ]);
  });

  it.each(['too old', 'refused'] as const)('is renewed once for fifty who wait: %s', async (why) => {
    const { id } = await connected();
    const first = await stored(id);
    if (why === 'too old') vi.setSystemTime(start + hour);
    const rejected = why === 'refused' ? first : undefined;
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.get(id, rejected)));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).not.toBe(first);
    expect(tokenRequests(world)).toHaveLength(1);
  });

  it('is not renewed again for one who comes late with the old one', async () => {
    const { id } = await connected();
    const first = await stored(id);
    const second = await tokens.get(id, first);
    expect(await tokens.get(id, first)).toBe(second);
    expect(tokenRequests(world)).toHaveLength(1);
  });

  it('that Bigin forgot is renewed within the call', async () => {
    const { id } = await connected();
    vi.setSystemTime(start + hour - 120_000);
    world.fake.clock.advance(hour);
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: (rejected) => tokens.get(id, rejected),
    });
    expect(await readOrg(client)).toMatchObject({ name: 'Zylker Trading' });
    expect(tokenRequests(world)).toHaveLength(1);
  });

  it('of one connection is no other’s', async () => {
    const { id } = await connected();
    world.choice = { email: 'dana@zylker.example', org: '942010977' };
    const other = await connect('us');
    expect(await tokens.get(other.id)).not.toBe(await tokens.get(id));
  });

  it('needs a connection', async () => {
    await connected();
    expect(await problemOf(tokens.get('us:org1'))).toEqual({ code: 'noConnection' });
  });
});

describe('a renewal that fails', () => {
  it('for good asks the user to sign in again, and is not tried twice', async () => {
    const { id } = await connected();
    world.fake.revokeGrant(zylker);
    const problem = await problemOf(tokens.get(id, await stored(id)));
    expect(problem).toEqual({ code: 'signInNeeded', values: { org: 'Zylker Trading' } });
    expect(explainProblem(problem)).toContain('Connect again');
    expect((await findConnection(id))?.signInNeeded).toBe(true);
    expect((await problemOf(tokens.get(id, await stored(id)))).code).toBe('signInNeeded');
    expect(tokenRequests(world)).toHaveLength(1);
  });

  it('is mended by signing in again', async () => {
    const { id } = await connected();
    world.fake.revokeGrant(zylker);
    await problemOf(tokens.get(id, await stored(id)));
    await connect('us');
    expect((await findConnection(id))?.signInNeeded).toBe(false);
    expect(await tokens.get(id)).toBe(await stored(id));
  });

  it('without a refresh token asks the user, at the hour’s end', async () => {
    world = await oauthWorld();
    world.fake.configure({ unknowns: { refreshToken: 'withheld' } });
    const { id } = await connect('us');
    expect(await tokens.get(id)).toBe(await stored(id));
    vi.setSystemTime(start + hour);
    expect((await problemOf(tokens.get(id))).code).toBe('signInNeeded');
  });

  it.each([
    ['a cut connection', 'networkDown', () => Promise.reject(new TypeError('fetch failed'))],
    ['too many tokens', 'tokensExhausted', () => Promise.resolve(Response.json({ error: 'access_denied' }))],
    ['a gateway', 'signInFailed', () => Promise.resolve(new Response('<html>', { status: 502 }))],
  ] as const)('for a while leaves the connection as it is: %s', async (_, code, answer) => {
    const { id } = await connected();
    const genuine = world.answer;
    world.answer = answer;
    expect(await problemOf(tokens.get(id, await stored(id)))).toEqual({ code });
    expect((await findConnection(id))?.signInNeeded).toBe(false);
    world.answer = genuine;
    vi.setSystemTime(start + 60_001);
    expect(await tokens.get(id, await stored(id))).toMatch(/^1000\./);
  });

  it('for want of access to Zoho’s server sends nothing, and leaves the connection as it is', async () => {
    const { id } = await connected();
    withhold('accounts.zoho.com');
    expect(await problemOf(tokens.get(id, await stored(id)))).toEqual({
      code: 'accessMissing',
      values: { hosts: 'accounts.zoho.com' },
    });
    expect(world.requests).toEqual([]);
    expect((await findConnection(id))?.signInNeeded).toBe(false);
    allow('accounts.zoho.com');
    expect(await tokens.get(id, await stored(id))).toMatch(/^1000\./);
  });

  it('lets a token that is near its end serve on, until it has ended', async () => {
    const { id } = await connected();
    const token = await stored(id);
    world.answer = () => Promise.reject(new TypeError('fetch failed'));
    vi.setSystemTime(start + hour - 30_000);
    expect(await tokens.get(id)).toBe(token);
    expect((await problemOf(tokens.get(id, token))).code).toBe('networkDown');
    vi.setSystemTime(start + hour);
    expect((await problemOf(tokens.get(id))).code).toBe('networkDown');
  });

  it('where Bigin refuses the renewed token too: the user must sign in again', async () => {
    const { id } = await connected();
    const client = new BiginClient({
      apiDomain: 'https://www.zohoapis.com',
      accessToken: (rejected) => tokens.get(id, rejected),
      onRefused: (token) => tokens.refused(id, token),
    });
    const what = { kind: 'status', status: 401, code: 'AUTHENTICATION_FAILURE', message: 'x' } as const;
    world.fake.fail({ where: { path: 'org' }, times: 2, what });
    await expect(readOrg(client)).rejects.toThrow('AUTHENTICATION_FAILURE');
    expect((await findConnection(id))?.signInNeeded).toBe(true);
  });

  it('of an earlier sign-in does not harm the one that took its place', async () => {
    const { id } = await connected();
    const rejected = await stored(id);
    const genuine = world.answer;
    world.answer = async (request) => {
      world.answer = genuine;
      vi.setSystemTime(start + 1);
      await connect('us');
      return genuine(request);
    };
    await problemOf(tokens.get(id, rejected)).catch(() => undefined);
    expect(await findConnection(id)).toMatchObject({ signInNeeded: false, connectedAt: start + 1 });
    await tokens.refused(id, rejected ?? '');
    expect(await findConnection(id)).toMatchObject({ signInNeeded: false });
  });

  it('has no secret in its error', async () => {
    const { id, refreshToken } = await connected('server');
    const access = await stored(id);
    world.fake.revokeGrant(zylker);
    const error: unknown = await tokens.get(id, access).catch((thrown: unknown) => thrown);
    const text = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`;
    for (const secret of [refreshToken, access, 'server-secret']) expect(text).not.toContain(secret);
  });

  it('because the user disconnects meanwhile does not bring the connection back', async () => {
    const { id } = await connected();
    const genuine = world.answer;
    const rejected = await stored(id);
    world.answer = async (request) => {
      world.answer = genuine;
      await disconnect(id);
      return genuine(request);
    };
    expect((await problemOf(tokens.get(id, rejected))).code).toBe('signInNeeded');
    expect(await findConnection(id)).toBeUndefined();
  });
});

describe('a client without refresh tokens', () => {
  it('is renewed silently while the user is signed in at Zoho', async () => {
    const { id } = await connected('implicit');
    const first = await stored(id);
    const second = await tokens.get(id, first);
    expect(second).not.toBe(first);
    expect(world.launch).toHaveBeenLastCalledWith(expect.objectContaining({ interactive: false }));
    expect(tokenRequests(world)).toEqual([]);
  });

  it('asks the user where Zoho does not grant it', async () => {
    const { id } = await connected('implicit');
    world.fake.revokeGrant(zylker);
    expect((await problemOf(tokens.get(id, await stored(id)))).code).toBe('signInNeeded');
    expect((await findConnection(id))?.signInNeeded).toBe(true);
  });

  it('asks the user where Zoho shows a page in place of renewing: they are signed out there', async () => {
    const { id } = await connected('implicit');
    world.launch.mockImplementationOnce(() =>
      Promise.reject(
        new Error(
          'User interaction required. Try setting `abortOnLoadForNonInteractive` and `timeoutMsForNonInteractive` if ' +
            "multiple navigations are required, or if code is used for redirects in the authorization page after it's loaded.",
        ),
      ),
    );
    expect((await problemOf(tokens.get(id, await stored(id)))).code).toBe('signInNeeded');
    expect((await findConnection(id))?.signInNeeded).toBe(true);
  });

  it('is not renewed by another data center’s token', async () => {
    const { id } = await connected('implicit');
    world.launch.mockImplementationOnce(({ url }) => {
      const { redirect_uri = '', state = '' } = Object.fromEntries(new URL(url).searchParams);
      const answer = new URLSearchParams({ state, access_token: 'x', location: 'eu' });
      return Promise.resolve(`${redirect_uri}#${answer}`);
    });
    expect((await problemOf(tokens.get(id, await stored(id)))).code).toBe('signInNeeded');
  });

  it.each([
    ['Chromium', 'Authorization page could not be loaded.'],
    ['Chromium', 'Authorization page load timed out.'],
    // It says the same where the user would have to be asked.
    ['Firefox', 'Requires user interaction'],
  ])('is not signed out for being offline, in %s’s words', async (_, words) => {
    const { id } = await connected('implicit');
    world.launch.mockRejectedValueOnce(new Error(words));
    world.answer = () => Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'));
    expect(await problemOf(tokens.get(id, await stored(id)))).toEqual({ code: 'networkDown' });
    expect((await findConnection(id))?.signInNeeded).toBe(false);
  });
});

it('a token that Bigin refused is not given out again by a renewal that was under way', async () => {
  const { id } = await connected();
  const first = await stored(id);
  vi.setSystemTime(start + hour - 30_000);
  world.answer = () => Promise.reject(new TypeError('fetch failed'));
  const nearItsEnd = tokens.get(id);
  const another = tokens.get(id, first);
  expect(await nearItsEnd).toBe(first);
  expect((await problemOf(another)).code).toBe('networkDown');
  expect((await findConnection(id))?.signInNeeded).toBe(false);
});

describe('Zoho’s limit of ten tokens in ten minutes', () => {
  const refuse = async (id: string) => (await problemOf(tokens.get(id, await stored(id)))).code;

  it('is met by asking nothing for a minute, then for two, up to ten', async () => {
    const { id } = await connected();
    world.answer = () => Promise.resolve(Response.json({ error: 'access_denied' }));
    let now = start;
    for (const minutes of [1, 2, 4, 8, 10, 10]) {
      vi.setSystemTime(now);
      const asked = tokenRequests(world).length;
      expect(await refuse(id)).toBe('tokensExhausted');
      expect(tokenRequests(world)).toHaveLength(asked + 1);
      now += minutes * 60_000;
      vi.setSystemTime(now - 1);
      expect(await refuse(id)).toBe('tokensExhausted');
      expect(tokenRequests(world)).toHaveLength(asked + 1);
    }
  });

  it('holds for a worker that was stopped and started again', async () => {
    const { id } = await connected();
    world.answer = () => Promise.resolve(Response.json({ error: 'access_denied' }));
    await refuse(id);
    tokens = new AccessTokens();
    expect(await refuse(id)).toBe('tokensExhausted');
    expect(tokenRequests(world)).toHaveLength(1);
  });

  it('is real: the eleventh token is refused, and one is given again later', async () => {
    const { id } = await connected();
    for (let count = 0; count < 10; count++) await tokens.get(id, await stored(id));
    expect(await refuse(id)).toBe('tokensExhausted');
    vi.setSystemTime(start + 10 * 60_000);
    expect(await tokens.get(id, await stored(id))).toBe(await stored(id));
  });
});

describe('a silent renewal', () => {
  it('is for the connection’s own organization, or its token is dropped', async () => {
    world = await oauthWorld(clients.implicit);
    world.choice = { email: 'dana@zylker.example', org: '942010964' };
    const trading = await connect('us');
    world.choice = { email: 'dana@zylker.example', org: '942010977' };
    const workshop = await connect('us');
    vi.setSystemTime(start + hour);
    // Zoho renews for the organization that was chosen last.
    expect(await tokens.get(workshop.id)).toMatch(/^1000\./);
    const problem = await problemOf(tokens.get(trading.id));
    expect(problem).toEqual({
      code: 'otherOrgRenewed',
      values: { renewed: 'Zylker Workshop', org: 'Zylker Trading' },
    });
    expect(explainProblem(problem)).toContain('Zylker Workshop');
    expect(await findConnection(trading.id)).toMatchObject({ signInNeeded: true });
    expect(await findConnection(workshop.id)).toMatchObject({ signInNeeded: false });
    const used = world.fake.requests.filter(({ service, zgid }) => service === 'api' && zgid === '942010977');
    expect(new Set(used.map(({ path }) => path))).toEqual(
      new Set(['/bigin/v2/org', '/bigin/v2/settings/tags', '/bigin/v2/settings/modules']),
    );
  });
});
