import { ProblemError } from '@/lib/problem';
import { authorizationRequest } from './authorization-request';
import type { Flow } from './flow';
import { codeChallenge, randomToken } from './pkce';
import { exchangeCode, refresh } from './token-endpoint';

/**
 * The authorization code flow with PKCE (S256). Zoho departs from the standard in giving a refresh token only
 * with `access_type=offline`, and only after a consent that was really asked (`prompt=consent`); users report
 * that it is missing at times even so (source: accounts documentation; other clients).
 */
export const codeFlow: Flow = {
  async ask(asking) {
    const codeVerifier = randomToken();
    const request = authorizationRequest(asking, 'auth', {
      response_type: 'code',
      access_type: 'offline',
      prompt: 'consent',
      code_challenge: await codeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { ...request, codeVerifier };
  },

  async redeem(redirect, { redirectUri, codeVerifier = '' }, client) {
    if (!('code' in redirect)) throw new ProblemError('redirectUntrusted');
    return exchangeCode(redirect.dataCenter, client, { code: redirect.code, redirectUri, codeVerifier });
  },

  async renew({ dataCenter, client, refreshToken }) {
    if (!refreshToken) throw new ProblemError('renewalFailed');
    return refresh(dataCenter, client, refreshToken);
  },
};
