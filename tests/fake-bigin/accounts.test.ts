import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { nordlicht, workshop, zylker } from './api-client';
import { createFakeBigin, dataCenters, type FakeBigin } from './index';

const verifier = 'a-verifier-of-more-than-forty-three-characters-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirect = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const scope = 'ZohoBigin.modules.contacts.READ,ZohoBigin.org.READ';
const publicClient = '1000.PUBLIC0UNTAG0TEST0CLIENT';
const serverClient = '1000.SERVER0UNTAG0TEST0CLIENT';
const implicitClient = '1000.IMPLICIT0UNTAG0TEST0CLIENT';

let fake: FakeBigin;
let now: number;

beforeEach(() => {
  now = Date.UTC(2026, 9, 10);
  fake = createFakeBigin({ now: () => now });
});

type Parameters = Record<string, string>;

const codeRequest: Parameters = {
  response_type: 'code',
  client_id: publicClient,
  scope,
  redirect_uri: redirect,
  state: 'a b&c',
  access_type: 'offline',
  prompt: 'consent',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};
const tokenRequest: Parameters = {
  response_type: 'token',
  client_id: implicitClient,
  scope,
  redirect_uri: redirect,
  state: 's',
};

/** A browser at one accounts server, as far as it is needed: it keeps the session cookie. */
function browser(host = 'accounts.zoho.com') {
  let cookie = '';
  const visit = async (path: string, form?: Parameters) => {
    const response = await fake.fetch(
      new Request(`https://${host}${path}`, {
        headers: { cookie },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
    );
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return {
      status: response.status,
      html: await response.text(),
      location: new URL(response.headers.get('location') ?? '/', `https://${host}`),
    };
  };
  return {
    visit,
    authorize: (parameters: Parameters) => visit(`/oauth/v2/auth?${new URLSearchParams(parameters)}`),
    signIn: (email: string, password = 'bigin') =>
      visit('/signin', { email, password, serviceurl: '/oauth/v2/auth?x=1' }),
    decide: (parameters: Parameters, form: Parameters) =>
      visit(`/oauth/v2/auth?${new URLSearchParams(parameters)}`, form),
  };
}

const post = async (path: string, form: Parameters, host = 'accounts.zoho.com') => {
  const body = new URLSearchParams(form);
  const response = await fake.fetch(new Request(`https://${host}${path}`, { method: 'POST', body }));
  return { status: response.status, ...((await response.json()) as Record<string, string>) } as Record<
    string,
    string | number
  >;
};
const exchange = (code: string, changes: Parameters = {}, host?: string) =>
  post(
    '/oauth/v2/token',
    {
      grant_type: 'authorization_code',
      client_id: publicClient,
      redirect_uri: redirect,
      code_verifier: verifier,
      code,
      ...changes,
    },
    host,
  );
const refresh = (refreshToken: string, host?: string) =>
  post(
    '/oauth/v2/token',
    { grant_type: 'refresh_token', client_id: publicClient, refresh_token: refreshToken },
    host,
  );

/** Signs lee in, accepts, and gives the code. */
async function consent(changes: Parameters = {}, email = 'lee@zylker.example', host?: string) {
  const lee = browser(host);
  await lee.signIn(email);
  const { location } = await lee.decide({ ...codeRequest, ...changes }, { decision: 'accept' });
  return location.searchParams.get('code') ?? '';
}

describe('sign-in and consent', () => {
  test('from the sign-in page to a token that works', async () => {
    const dana = browser();
    const first = await dana.authorize(codeRequest);
    expect(first.html).toContain('type="password"');
    expect((await dana.signIn('dana@zylker.example', 'wrong')).status).toBe(401);
    expect((await dana.signIn('dana@zylker.example')).status).toBe(303);
    const page = await dana.authorize(codeRequest);
    expect(page.html).toContain('Untag (public client)');
    expect(page.html).toContain('ZohoBigin.modules.contacts.READ');
    expect(page.html).toContain('Zylker Workshop');
    expect((await dana.decide(codeRequest, { decision: 'accept' })).status).toBe(400);
    const { status, location } = await dana.decide(codeRequest, { decision: 'accept', org: workshop });
    expect(status).toBe(302);
    expect(`${location.origin}/`).toBe(redirect);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      state: 'a b&c',
      code: expect.stringMatching(/^1000\./),
      location: 'us',
      'accounts-server': 'https://accounts.zoho.com',
    });
    const token = await exchange(location.searchParams.get('code') ?? '');
    expect(token).toEqual({
      status: 200,
      access_token: expect.stringMatching(/^1000\./),
      refresh_token: expect.stringMatching(/^1000\./),
      scope: scope.replace(',', ' '),
      api_domain: 'https://www.zohoapis.com',
      token_type: 'Bearer',
      expires_in: 3600,
    });
    const org = await fake.fetch(
      new Request('https://www.zohoapis.com/bigin/v2/org', {
        headers: { authorization: `Zoho-oauthtoken ${token['access_token']}` },
      }),
    );
    expect(await org.text()).toContain(`"zgid":"${workshop}"`);
    const log = JSON.stringify(fake.requests);
    expect(log).not.toContain(token['access_token']);
    expect(log).not.toContain(token['refresh_token']);
  });

  test('a user of one org is not asked which; of another org may not choose it', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    expect((await lee.authorize(codeRequest)).html).not.toContain('type="radio"');
    const dana = browser();
    await dana.signIn('dana@zylker.example');
    expect((await dana.decide(codeRequest, { decision: 'accept', org: nordlicht })).status).toBe(400);
  });

  test('Reject goes back with access_denied', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const { location } = await lee.decide(codeRequest, { decision: 'reject' });
    expect(Object.fromEntries(location.searchParams)).toEqual({ state: 'a b&c', error: 'access_denied' });
    expect(location.hash).toBe('');
  });

  test('an earlier grant sends straight back, without a refresh token', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const { prompt: _, ...unprompted } = codeRequest;
    expect((await lee.authorize(unprompted)).status).toBe(200);
    await lee.decide(unprompted, { decision: 'accept' });
    const back = await lee.authorize(unprompted);
    expect(back.status).toBe(302);
    expect(await exchange(back.location.searchParams.get('code') ?? '')).not.toHaveProperty('refresh_token');
    expect((await lee.authorize(codeRequest)).status).toBe(200);
    expect((await lee.authorize({ ...unprompted, scope: `${scope},ZohoBigin.coql.READ` })).status).toBe(200);
  });

  test('what cannot be trusted ends on an error page, not at the redirect URI', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const untrusted: Parameters[] = [
      { client_id: '1000.NOBODY' },
      { redirect_uri: 'https://evil.example/' },
      { redirect_uri: 'https://abc.chromiumapp.org.evil.example/' },
      { redirect_uri: 'https://evil.example/.chromiumapp.org/' },
      { redirect_uri: 'http://abc.chromiumapp.org/' },
      { redirect_uri: 'https://a.b.chromiumapp.org/' },
      { response_type: 'token' },
      { scope: 'ZohoBigin.modules.nonsense.READ' },
      { scope: '' },
      { code_challenge_method: 'plain' },
    ];
    for (const changes of untrusted) {
      const { status, html } = await lee.authorize({ ...codeRequest, ...changes });
      expect([status, html.includes('role="alert"')], JSON.stringify(changes)).toEqual([400, true]);
    }
    for (const redirect_uri of ['http://127.0.0.1/mozoauth2/abc', 'https://abc.extensions.allizom.org/x']) {
      expect((await lee.authorize({ ...codeRequest, redirect_uri })).status).toBe(200);
    }
  });

  test('the console may refuse https redirects of a public client', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    fake.configure({ unknowns: { publicClientHttpsRedirect: 'refused' } });
    expect((await lee.authorize(codeRequest)).status).toBe(400);
    expect((await lee.authorize({ ...codeRequest, client_id: serverClient })).status).toBe(200);
  });

  test('text of a request is escaped, and sign-in goes on to this server alone', async () => {
    const lee = browser();
    const { html } = await lee.authorize({ ...codeRequest, state: '"><script>alert(1)</script>' });
    expect(html).not.toContain('<script>');
    const away = { email: 'lee@zylker.example', password: 'bigin', serviceurl: 'https://evil.example/' };
    expect((await lee.visit('/signin', away)).location.host).toBe('accounts.zoho.com');
  });
});

describe('data centers', () => {
  test('a European may start at accounts.zoho.com, and finishes at home', async () => {
    const nils = browser();
    await nils.signIn('nils@nordlicht.example');
    const { location } = await nils.decide(codeRequest, { decision: 'accept' });
    expect(location.searchParams.get('location')).toBe('eu');
    expect(location.searchParams.get('accounts-server')).toBe('https://accounts.zoho.eu');
    const code = location.searchParams.get('code') ?? '';
    expect((await exchange(code, {}, 'accounts.zoho.eu'))['api_domain']).toBe('https://www.zohoapis.eu');
    const elsewhere = await consent({}, 'nils@nordlicht.example');
    expect(await exchange(elsewhere)).toEqual({ status: 200, error: 'invalid_code' });
  });

  test('signing in away from home signs in at home, and goes on there', async () => {
    const away = await browser().signIn('nils@nordlicht.example');
    expect(away.location.host).toBe('accounts.zoho.eu');
    const home = browser('accounts.zoho.eu');
    const arrived = await home.visit(away.location.pathname + away.location.search);
    expect(arrived.location.pathname).toBe('/oauth/v2/auth');
    expect((await home.authorize(codeRequest)).html).toContain('nils@nordlicht.example');
    const again = browser('accounts.zoho.eu');
    await again.visit(away.location.pathname + away.location.search);
    expect((await again.authorize(codeRequest)).html).toContain('type="password"');
  });

  test('China is known at home only', async () => {
    expect((await browser().signIn('mei@qingzhu.example')).status).toBe(401);
    expect((await browser('accounts.zoho.com.cn').signIn('mei@qingzhu.example')).status).toBe(303);
    expect((await browser('accounts.zoho.jp').signIn('lee@zylker.example')).status).toBe(401);
  });

  test('serverinfo lists the servers', async () => {
    const response = await fake.fetch(new Request('https://accounts.zoho.com/oauth/serverinfo'));
    const { result, locations } = (await response.json()) as { result: string; locations: object };
    expect(result).toBe('success');
    expect(Object.keys(locations)).toHaveLength(dataCenters.length);
    expect(locations).toMatchObject({ us: 'https://accounts.zoho.com', ca: 'https://accounts.zohocloud.ca' });
  });
});

describe('codes', () => {
  test('work once, for two minutes, with the same redirect URI and verifier', async () => {
    const invalid = { status: 200, error: 'invalid_code' };
    const code = await consent();
    expect(await exchange(code)).toHaveProperty('access_token');
    expect(await exchange(code)).toEqual(invalid);
    const late = await consent();
    now += 120_000;
    expect(await exchange(late)).toEqual(invalid);
    expect(await exchange(await consent(), { redirect_uri: `${redirect}x` })).toMatchObject({
      error: 'invalid_redirect_uri',
    });
    expect(await exchange(await consent(), { code_verifier: 'another' })).toEqual(invalid);
    expect(await exchange(await consent(), { client_id: 'x' })).toMatchObject({ error: 'invalid_client' });
    expect(await exchange(await consent(), { grant_type: 'password' })).toMatchObject({
      error: 'unsupported_grant_type',
    });
  });

  test('a public client must use PKCE; a server-based one its secret', async () => {
    const { code_challenge: _, code_challenge_method: __, ...plain } = codeRequest;
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const code = async (client_id: string) =>
      (await lee.decide({ ...plain, client_id }, { decision: 'accept' })).location.searchParams.get('code') ??
      '';
    expect(await exchange(await code(publicClient))).toMatchObject({ error: 'invalid_client' });
    const withSecret = { client_id: serverClient, client_secret: 'server-secret' };
    expect(await exchange(await code(serverClient), withSecret)).toHaveProperty('refresh_token');
    expect(await exchange(await code(serverClient), { client_id: serverClient })).toMatchObject({
      error: 'invalid_client_secret',
    });
  });

  test('no refresh token without access_type=offline, or where it is withheld', async () => {
    expect(await exchange(await consent({ access_type: 'online' }))).not.toHaveProperty('refresh_token');
    fake.configure({ unknowns: { refreshToken: 'withheld' } });
    expect(await exchange(await consent())).not.toHaveProperty('refresh_token');
  });
});

describe('refresh tokens', () => {
  const issue = () => fake.issueToken({ zgid: zylker, email: 'lee@zylker.example' }).refreshToken;

  test('yield access tokens, without another refresh token', async () => {
    const token = await refresh(issue());
    expect(token).toMatchObject({ status: 200, expires_in: 3600, token_type: 'Bearer' });
    expect(token).not.toHaveProperty('refresh_token');
    expect(await refresh(issue(), 'accounts.zoho.eu')).toMatchObject({ error: 'invalid_code' });
  });

  test('ten times in ten minutes', async () => {
    const token = issue();
    for (let use = 0; use < 10; use++) expect(await refresh(token)).toHaveProperty('access_token');
    expect(await refresh(token)).toMatchObject({
      status: 'failure',
      error: 'access_denied',
      error_description: expect.stringContaining('too many requests continuously'),
    });
    now += 600_001;
    expect(await refresh(token)).toHaveProperty('access_token');
  });

  test('twenty a user and client: the oldest goes', async () => {
    const first = issue();
    const second = issue();
    for (let more = 0; more < 19; more++) issue();
    expect(await refresh(first)).toMatchObject({ error: 'invalid_code' });
    expect(await refresh(second)).toHaveProperty('access_token');
  });

  test('can be revoked once, and their access tokens go too', async () => {
    const { refreshToken, accessToken } = fake.issueToken({ zgid: zylker });
    const revoke = () => post(`/oauth/v2/token/revoke?token=${refreshToken}`, {});
    expect(await revoke()).toMatchObject({ status: 'success' });
    expect(await revoke()).toMatchObject({ error: 'invalid_code' });
    expect(await refresh(refreshToken)).toMatchObject({ error: 'invalid_code' });
    const org = await fake.fetch(
      new Request('https://www.zohoapis.com/bigin/v2/org', {
        headers: { authorization: `Zoho-oauthtoken ${accessToken}` },
      }),
    );
    expect(org.status).toBe(401);
    expect(fake.requests.some(({ query }) => query['token'] === '***')).toBe(true);
  });
});

describe('client-based applications', () => {
  const renewal = (changes: Parameters = {}) =>
    `/oauth/v2/auth/refresh?${new URLSearchParams({ ...tokenRequest, ...changes })}`;
  const fragment = (url: URL) => Object.fromEntries(new URLSearchParams(url.hash.slice(1)));

  test('get a token in the fragment, and renew it silently', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const { location } = await lee.decide(tokenRequest, { decision: 'accept', for_session: 'true' });
    expect(location.search).toBe('');
    expect(fragment(location)).toMatchObject({
      access_token: expect.stringMatching(/^1000\./),
      expires_in: '3600',
      location: 'us',
      state: 's',
      api_domain: 'https://www.zohoapis.com',
    });
    const renewed = await lee.visit(renewal());
    expect(fragment(renewed.location)).toHaveProperty('access_token');
    const wider = await lee.visit(renewal({ scope: `${scope},ZohoBigin.coql.READ` }));
    expect(fragment(wider.location)).toEqual({ error: 'prompt_required', state: 's' });
    expect((await lee.visit(renewal({ client_id: publicClient, response_type: 'code' }))).status).toBe(400);
  });

  test('are not renewed without session or without a grant for it', async () => {
    const refused = { error: 'client_not_granted', state: 's' };
    expect(fragment((await browser().visit(renewal())).location)).toEqual(refused);
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    await lee.decide(tokenRequest, { decision: 'accept' });
    expect(fragment((await lee.visit(renewal())).location)).toEqual(refused);
    await lee.decide({ ...tokenRequest, prompt: 'consent' }, { decision: 'accept', for_session: 'true' });
    expect(fragment((await lee.visit(renewal())).location)).toHaveProperty('access_token');
    await lee.visit('/logout');
    expect(fragment((await lee.visit(renewal())).location)).toEqual(refused);
  });

  test('Reject, in the fragment; and no token endpoint for them', async () => {
    const lee = browser();
    await lee.signIn('lee@zylker.example');
    const { location } = await lee.decide(tokenRequest, { decision: 'reject' });
    expect(fragment(location)).toEqual({ error: 'access_denied', state: 's' });
    expect(await exchange('x', { client_id: implicitClient })).toMatchObject({ error: 'invalid_client' });
  });
});
