import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { parseRedirect } from '@/lib/oauth/redirect';
import { exchangeCode, refresh, revoke } from '@/lib/oauth/flows/token-endpoint';
import { problemCodes, ProblemError } from '@/lib/problem';
import { clients, redirectUri } from '../support/oauth';
import { isPolluted, mutationsOf } from './any-json';

// Many examples, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const secrets = ['THE-ACCESS-TOKEN', 'THE-REFRESH-TOKEN', 'THE-CODE', 'THE-STATE', clients.server.secret];

/** Any failure must be a problem that has words, which tell of nothing secret. */
function asProblem(error: unknown): undefined {
  if (!(error instanceof ProblemError)) throw error;
  expect(problemCodes).toContain(error.problem.code);
  const told = JSON.stringify([String(error), error.problem]);
  for (const secret of secrets) expect(told).not.toContain(secret);
  expect(told.length).toBeLessThan(300);
  return undefined;
}

afterEach(() => void vi.unstubAllGlobals());

describe('any answer of the token endpoint', () => {
  const tokens = {
    access_token: 'THE-ACCESS-TOKEN',
    refresh_token: 'THE-REFRESH-TOKEN',
    expires_in: 3600,
    api_domain: 'https://www.zohoapis.com',
    scope: 'ZohoBigin.org.READ ZohoBigin.coql.READ',
    token_type: 'Bearer',
  };
  const text = fc.oneof(
    {
      weight: 8,
      arbitrary: mutationsOf(tokens, { error: 'invalid_code' }, { status: 'success' }).map((body) =>
        JSON.stringify(body),
      ),
    },
    { weight: 1, arbitrary: fc.string() },
  );
  const status = fc.constantFrom(200, 200, 200, 400, 401, 500);
  const answerWith = (code: number, body: string) =>
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status: code })));

  it('is tokens to be used, or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(status, text, fc.boolean(), async (code, body, isRefresh) => {
        answerWith(code, body);
        const request = { code: 'THE-CODE', redirectUri, codeVerifier: 'v' };
        const asked = isRefresh
          ? refresh('us', clients.server, 'THE-REFRESH-TOKEN')
          : exchangeCode('us', clients.server, request);
        const got = await asked.catch(asProblem);
        if (!got) return;
        expect(got.accessToken).toEqual(expect.stringMatching(/./s));
        expect(got.expiresIn > 0 && got.expiresIn <= 86_400).toBe(true);
        expect(typeof (got.refreshToken ?? '')).toBe('string');
        for (const scope of got.scopes ?? []) expect(typeof scope).toBe('string');
        expect(isPolluted()).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('confirms that a token was taken back, or does not', async () => {
    await fc.assert(
      fc.asyncProperty(status, text, async (code, body) => {
        answerWith(code, body);
        await revoke('us', 'THE-ACCESS-TOKEN').catch(asProblem);
      }),
    );
  });

  it('that is whole is taken', async () => {
    answerWith(200, JSON.stringify(tokens));
    expect(await refresh('us', clients.server, 'r')).toEqual({
      accessToken: 'THE-ACCESS-TOKEN',
      refreshToken: 'THE-REFRESH-TOKEN',
      expiresIn: 3600,
      scopes: ['ZohoBigin.org.READ', 'ZohoBigin.coql.READ'],
    });
  });
});

describe('any redirect', () => {
  const request = { url: '', redirectUri, state: 'THE-STATE' };
  const names = [
    'state',
    'code',
    'access_token',
    'expires_in',
    'scope',
    'error',
    'location',
    'accounts-server',
    'api_domain',
  ];
  const values = [
    'THE-STATE',
    'THE-CODE',
    'THE-ACCESS-TOKEN',
    'eu',
    'us',
    '__proto__',
    'constructor',
    '3600',
    '-1',
    'Infinity',
    '1e400',
    'https://accounts.zoho.eu',
    'https://accounts.zoho.eu.evil.example',
    'https://accounts.zoho.eu@evil.example',
    'https://www.zohoapis.eu',
    'access_denied',
    '',
  ];
  const parameters = fc
    .array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string())))
    .map((pairs) => String(new URLSearchParams(pairs)));
  const origin = fc.oneof(
    { weight: 6, arbitrary: fc.constant(redirectUri) },
    fc.webUrl(),
    fc.constant(redirectUri.replace('.org', '.org.evil.example')),
    fc.constant(redirectUri.replace('https://', 'https://evil.example@')),
    fc.string(),
  );

  it('brings what Zoho’s servers gave for this request, or is a problem', () => {
    fc.assert(
      fc.property(origin, fc.boolean(), parameters, parameters, (base, isOurs, query, fragment) => {
        const url = `${base}?${isOurs ? 'state=THE-STATE&' : ''}${query}#${fragment}`;
        let redirect;
        try {
          redirect = parseRedirect(url, request, 'jp');
        } catch (error) {
          asProblem(error);
          return;
        }
        expect(new URL(url).origin).toBe(new URL(redirectUri).origin);
        expect(new URL(url).search + new URL(url).hash).toContain('state=THE-STATE');
        expect(dataCenterIds).toContain(redirect.dataCenter);
        if (!('accessToken' in redirect)) expect(redirect.code).not.toBe('');
        else expect(redirect.expiresIn > 0 && redirect.expiresIn <= 86_400).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
