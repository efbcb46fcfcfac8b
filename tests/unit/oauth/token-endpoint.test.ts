import { expect, it, vi } from 'vitest';
import { exchangeCode, refresh, revoke } from '@/lib/oauth/flows/token-endpoint';
import { clients } from '../support/oauth';
import { problemOf } from '../support/problem-of';

const code = { code: 'c0de', redirectUri: 'https://back.example/', codeVerifier: 'verifier' };

it.each([
  ['a code is traded', () => exchangeCode('eu', clients.server, code)],
  ['an access token is renewed', () => refresh('eu', clients.server, 'r3fresh')],
  ['a token is taken back', () => revoke('eu', 't0ken')],
])('follows no redirect, which would post the secrets elsewhere, when %s', async (_, ask) => {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    sent.push(new Request(input, init));
    return Promise.reject(new TypeError('A redirect was met'));
  });
  expect((await problemOf(ask())).code).toMatch(/^(?:networkDown|revokeFailed)$/);
  expect(sent.map(({ redirect }) => redirect)).toEqual(['error']);
});
