import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { connect } from '@/lib/oauth/connect';
import { scopes } from '@/lib/oauth/scopes';
import { connectionInfo } from '@/lib/oauth/connection';
import { listConnections, readAccessToken, updateConnection } from '@/lib/oauth/connection-store';
import type { ProblemCode } from '@/lib/problem';
import { at, zylker } from '../support/fake';
import { withhold } from '../support/host-permissions';
import { clients, oauthWorld, redirectUri, tokenRequests, type OAuthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

let world: OAuthWorld;

beforeEach(async () => {
  world = await oauthWorld();
});

const askedUrl = () => new URL(at(world.launch.mock.calls, 0)[0].url);
const nothingKept = async () => {
  expect(await listConnections()).toEqual([]);
  expect(JSON.stringify(await fakeBrowser.storage.session.get())).toBe('{}');
};

describe('connecting an organization', () => {
  it.each(['public', 'server', 'implicit'] as const)('works with a %s client', async (type) => {
    world = await oauthWorld(clients[type]);
    const connection = await connect('us');
    expect(connection).toMatchObject({
      id: `us:org${zylker}`,
      dataCenter: 'us',
      org: `org${zylker}`,
      orgName: 'Zylker Trading',
      client: clients[type],
      signInNeeded: false,
    });
    expect(connection.refreshToken !== undefined).toBe(type !== 'implicit');
    expect(await listConnections()).toEqual([connection]);
    const { token = '', expiresAt = 0 } = (await readAccessToken(connection.id)) ?? {};
    expect(token).toMatch(/^1000\./);
    expect(expiresAt - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('asks for the least scopes, by commas, with a consent that yields a refresh token', async () => {
    await connect('us');
    expect(Object.fromEntries(askedUrl().searchParams)).toMatchObject({
      response_type: 'code',
      access_type: 'offline',
      prompt: 'consent',
      redirect_uri: redirectUri,
    });
    const asked = (askedUrl().searchParams.get('scope') ?? '').split(',');
    expect(asked).toContain('ZohoBigin.modules.pipelines.WRITE');
    expect(asked).toContain('ZohoBigin.settings.modules.READ');
    expect(asked).toHaveLength(2 * moduleNames.length + 4);
    expect(asked.join()).not.toMatch(/\.ALL\b|DELETE|CREATE/);
  });

  it.each(['public', 'server'] as const)('proves by PKCE that a %s client asked', async (type) => {
    world = await oauthWorld(clients[type]);
    await connect('us');
    const { searchParams } = askedUrl();
    const [token = {}] = tokenRequests(world);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(
      createHash('sha256')
        .update(token['code_verifier'] ?? '')
        .digest('base64url'),
    ).toBe(searchParams.get('code_challenge'));
    expect(token['client_secret']).toBe(type === 'server' ? 'server-secret' : undefined);
  });

  it('is refused with another verifier', async () => {
    const { answer } = world;
    world.answer = async (request) => {
      const form = new URLSearchParams(await request.clone().text());
      if (!form.has('code_verifier')) return answer(request);
      form.set('code_verifier', 'another');
      return answer(new Request(request.url, { method: 'POST', body: form }));
    };
    expect(await problemOf(connect('us'))).toEqual({ code: 'codeInvalid' });
    await nothingKept();
  });

  it('asks with another state and verifier each time', async () => {
    await connect('us');
    await connect('us');
    const [one, other] = world.launch.mock.calls.map(([{ url }]) => new URL(url).searchParams);
    expect(one?.get('state')).not.toBe(other?.get('state'));
    expect(one?.get('code_challenge')).not.toBe(other?.get('code_challenge'));
    expect(await listConnections()).toHaveLength(1);
  });

  it('sends secrets in bodies only, never in a URL', async () => {
    world = await oauthWorld(clients.server);
    await connect('us');
    const [token = {}] = tokenRequests(world);
    const urls = world.requests.map(({ url }) => url).join(' ') + askedUrl().href;
    for (const secret of ['server-secret', token['code'] ?? '-', token['code_verifier'] ?? '-']) {
      expect(urls).not.toContain(secret);
    }
  });

  it('keeps every secret from what pages are told', async () => {
    world = await oauthWorld(clients.server);
    const connection = await connect('us');
    const told = JSON.stringify(connectionInfo(connection));
    expect(told).not.toContain(connection.refreshToken);
    expect(told).not.toContain((await readAccessToken(connection.id))?.token);
    expect(told).not.toContain('server-secret');
    expect(told).not.toContain(clients.server.id);
    expect(connectionInfo(connection)).toMatchObject({ orgName: 'Zylker Trading', lasting: true });
  });

  it('works without a refresh token, for an hour', async () => {
    world.fake.configure({ unknowns: { refreshToken: 'withheld' } });
    const connection = await connect('us');
    expect(connection.refreshToken).toBeUndefined();
    expect(connectionInfo(connection).lasting).toBe(false);
  });

  it('takes the organization that the user chooses', async () => {
    world.choice = { email: 'dana@zylker.example', org: '942010977' };
    expect(await connect('us')).toMatchObject({ org: 'org942010977', orgName: 'Zylker Workshop' });
  });
});

describe('a data center', () => {
  const homes: [DataCenterId, string, string][] = [
    ['us', 'lee@zylker.example', '942010964'],
    ['eu', 'nils@nordlicht.example', '20098765432'],
    ['in', 'asha@saffron.example', '60012345678'],
    ['au', 'olive@wattle.example', '70011122233'],
    ['cn', 'mei@qingzhu.example', '90011122244'],
    ['jp', 'kenta@sakura.example', '80011122255'],
    ['sa', 'layla@waha.example', '50011122266'],
    ['ca', 'elodie@erable.example', '110011122277'],
    ['uk', 'rosa@heather.example', '120011122288'],
  ];
  const connectFrom = (home: DataCenterId, email: string, zgid: string) => async (tab?: DataCenterId) => {
    world.choice = { email };
    expect(await connect(tab)).toMatchObject({ id: `${home}:org${zgid}`, dataCenter: home });
    const servers: readonly string[] = [dataCenters[home].accountsServer, dataCenters[home].apiDomain];
    expect([...new Set(world.requests.map(({ url }) => new URL(url).origin))]).toEqual(servers);
  };

  it.each(homes)('%s connects at home from a tab there', async (home, email, zgid) => {
    await connectFrom(home, email, zgid)(home);
    expect(askedUrl().origin).toBe(dataCenters[home].accountsServer);
  });

  it.each(homes.filter(([home]) => home !== 'cn'))(
    '%s connects at home also where nothing names it',
    async (home, email, zgid) => {
      await connectFrom(home, email, zgid)();
      expect(askedUrl().origin).toBe('https://accounts.zoho.com');
    },
  );

  it.each(homes)('%s can be set in the options', async (home, email, zgid) => {
    world = await oauthWorld(clients.public, home);
    await connectFrom(home, email, zgid)('us');
    expect(askedUrl().origin).toBe(dataCenters[home].accountsServer);
  });

  it('is taken from `location` in the implicit flow', async () => {
    world = await oauthWorld(clients.implicit);
    world.choice = { email: 'nils@nordlicht.example' };
    expect(await connect('us')).toMatchObject({ dataCenter: 'eu', orgName: 'Nordlicht GmbH' });
  });
});

describe('a sign-in that ends otherwise', () => {
  const endsAs = async (code: ProblemCode, word: string) => {
    const problem = await problemOf(connect('us'));
    expect(problem.code).toBe(code);
    expect(explainProblem(problem).toLowerCase()).toContain(word.toLowerCase());
    await nothingKept();
  };

  it('was declined', async () => {
    for (const type of ['public', 'implicit'] as const) {
      world = await oauthWorld(clients[type]);
      world.choice = { email: 'lee@zylker.example', decision: 'Reject' };
      await endsAs('consentRejected', 'declined');
    }
  });

  it('was closed', async () => {
    world.launch.mockRejectedValue(new Error('The user did not approve access.'));
    await endsAs('consentClosed', 'closed');
    world.launch.mockResolvedValue(undefined);
    await endsAs('consentClosed', 'closed');
  });

  it.each([
    ['Chromium', 'Authorization page could not be loaded.'],
    // It shows that in the window, which the user closes.
    ['Firefox', 'User cancelled or denied access.'],
  ])('could not load Zoho’s page, in %s’s words', async (_, words) => {
    world.launch.mockRejectedValue(new Error(words));
    world.answer = () => Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'));
    await endsAs('consentUnreachable', 'could not be loaded');
  });

  it('is refused by Chromium while another sign-in is open, and says so', async () => {
    world.launch.mockRejectedValue(new Error('Only one web auth flow is allowed at a time.'));
    await endsAs('signInBusy', 'under way');
  });

  it.each(['accounts.zoho.com', 'www.zohoapis.com'])(
    'may not reach %s: nobody is asked at Zoho',
    async (host) => {
      withhold(host);
      await endsAs('accessMissing', `does not let this extension reach ${host}`);
      expect(world.launch).not.toHaveBeenCalled();
      expect(world.requests).toEqual([]);
    },
  );

  it('may not reach the user’s own data center: the code is not spent', async () => {
    world.choice = { email: 'nils@nordlicht.example' };
    withhold('accounts.zoho.eu');
    await endsAs('accessMissing', 'accounts.zoho.eu');
    expect(world.requests).toEqual([]);
  });

  it('was ended by Zoho, which takes no https redirect from a public client', async () => {
    world.fake.configure({ unknowns: { publicClientHttpsRedirect: 'refused' } });
    await endsAs('consentUnreachable', 'redirect URI');
  });

  it('had no client ID, or no secret', async () => {
    world = await oauthWorld({ ...clients.public, id: ' ' });
    await endsAs('clientIdMissing', 'client ID');
    world = await oauthWorld({ ...clients.server, secret: '' });
    await endsAs('clientSecretMissing', 'secret');
    expect(world.launch).not.toHaveBeenCalled();
  });

  it('had a wrong secret', async () => {
    world = await oauthWorld({ ...clients.server, secret: 'wrong' });
    await endsAs('clientSecretInvalid', 'secret');
  });

  it.each([
    ['invalid_client', 'clientInvalid'],
    ['invalid_client_secret', 'clientSecretInvalid'],
    ['invalid_redirect_uri', 'redirectUriInvalid'],
    ['invalid_code', 'codeInvalid'],
    ['access_denied', 'tokensExhausted'],
    ['Access Denied', 'tokensExhausted'],
    ['something_new', 'signInFailed'],
  ] as const)('met %s with HTTP 200', async (error, code) => {
    world.answer = () => Promise.resolve(Response.json({ error }));
    await endsAs(code, '.');
  });

  it.each([
    ['no JSON', () => new Response('<html>')],
    ['nothing', () => new Response('')],
    ['no token', () => Response.json({ token_type: 'Bearer' })],
    ['an empty token', () => Response.json({ access_token: '' })],
    ['a gateway’s error', () => new Response('<html>', { status: 502 })],
  ])('met %s', async (_, answer) => {
    world.answer = () => Promise.resolve(answer());
    await endsAs('signInFailed', 'unexpected');
  });

  it('met a cut connection', async () => {
    world.fake.fail({ where: { path: 'token' }, what: { kind: 'disconnect', when: 'before' } });
    await endsAs('networkDown', 'internet');
  });

  it.each([
    'https://www.zohoapis.eu',
    'https://www.zohoapis.com.evil.example',
    'http://www.zohoapis.com',
    'https://www.zohoapis.com:8443',
  ])('named %s as the API', async (api_domain) => {
    world.answer = () => Promise.resolve(Response.json({ access_token: 'secret', api_domain }));
    await endsAs('serverUntrusted', 'not one of Zoho');
    expect(world.requests).toHaveLength(1);
  });

  it('brought a token that Bigin refuses', async () => {
    world.fake.fail({
      where: { service: 'api' },
      times: 2,
      what: { kind: 'status', status: 401, code: 'OAUTH_SCOPE_MISMATCH', message: 'x' },
    });
    await endsAs('scopeMissing', 'connect again');
  });
});

describe('a redirect that was tampered with', () => {
  const tampered = (change: (answer: URLSearchParams) => void) => {
    const genuine = world.launch.getMockImplementation();
    world.launch.mockImplementation(async (details) => {
      const url = new URL((await genuine?.(details)) ?? '');
      change(url.searchParams);
      return url.href;
    });
  };
  const isRefused = async (code: ProblemCode) => {
    expect(await problemOf(connect('us'))).toEqual({ code });
    expect(world.requests).toEqual([]);
    await nothingKept();
  };

  it('in its state sends the code nowhere', async () => {
    tampered((answer) => answer.set('state', 'another'));
    await isRefused('redirectUntrusted');
  });

  it.each([
    'https://accounts.zoho.com.evil.example',
    'https://accounts.zoho.com@evil.example',
    'http://accounts.zoho.com',
    'https://accounts.zoho.com:8443',
    'https://evil.example',
  ])('in its server sends the code nowhere: %s', async (server) => {
    tampered((answer) => answer.set('accounts-server', server));
    await isRefused('serverUntrusted');
  });

  it.each(['xx', 'constructor', '__proto__', 'us.evil.example'])(
    'in its location sends the code nowhere: %s',
    async (location) => {
      tampered((answer) => {
        answer.delete('accounts-server');
        answer.set('location', location);
      });
      await isRefused('serverUntrusted');
    },
  );
});

describe('a sign-in that replaces an earlier one', () => {
  const revoked = () =>
    world.requests
      .filter(({ url }) => url.includes('revoke'))
      .map(({ url }) => new URL(url).searchParams.get('token'));

  it('takes the earlier refresh token back', async () => {
    const earlier = await connect('us');
    await connect('us');
    expect(revoked()).toEqual([earlier.refreshToken]);
  });

  it('goes on with the earlier refresh token where Zoho gave no new one', async () => {
    const earlier = await connect('us');
    world.fake.configure({ unknowns: { refreshToken: 'withheld' } });
    expect((await connect('us')).refreshToken).toBe(earlier.refreshToken);
    expect(revoked()).toEqual([]);
  });

  it('does not go on with one that Zoho refused, or that is another user’s', async () => {
    const earlier = await connect('us');
    world.fake.configure({ unknowns: { refreshToken: 'withheld' } });
    await updateConnection(earlier, { signInNeeded: true });
    expect((await connect('us')).refreshToken).toBeUndefined();

    world.fake.configure({ unknowns: { refreshToken: 'given' } });
    await connect('us');
    world.fake.configure({ unknowns: { refreshToken: 'withheld' } });
    world.choice = { email: 'dana@zylker.example', org: '942010964' };
    expect((await connect('us')).refreshToken).toBeUndefined();
  });

  it('that fails after the consent leaves nothing granted', async () => {
    const what = { kind: 'status', status: 500, code: 'INTERNAL_ERROR', message: 'x' } as const;
    world.fake.fail({ where: { path: '/org' }, what });
    await problemOf(connect('us'));
    expect(revoked()).toHaveLength(1);
    expect(await listConnections()).toEqual([]);
  });

  it('takes all scopes for granted where the answer does not name them', async () => {
    world.fake.configure({ unknowns: { scopeInAnswer: 'left-out' } });
    expect((await connect('us')).scopes).toEqual(scopes);
  });
});
