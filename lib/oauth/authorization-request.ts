import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import type { OAuthClient } from './client-settings';
import { scopes } from './scopes';

export interface AuthorizationRequest {
  url: string;
  redirectUri: string;
  /** Comes back with the redirect, which otherwise is not an answer to this request. */
  state: string;
  /** Proves to the token endpoint who asked; none in the implicit flow. */
  codeVerifier?: string;
}

/**
 * The request that opens Zoho's consent page. Two ways depart from RFC 6749, as Zoho's documentation has it:
 * scopes are separated by commas, and a refresh token comes only with `access_type=offline` after a consent
 * that was really asked (`prompt=consent`).
 */
export async function authorizationRequest(
  accountsServer: string,
  client: OAuthClient,
  redirectUri: string,
): Promise<AuthorizationRequest> {
  const state = generateRandomState();
  const parameters = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.join(','),
    state,
    prompt: 'consent',
  });
  if (client.type === 'implicit') {
    parameters.set('response_type', 'token');
    return { url: `${accountsServer}/oauth/v2/auth?${parameters}`, redirectUri, state };
  }
  const codeVerifier = generateRandomCodeVerifier();
  parameters.set('response_type', 'code');
  parameters.set('access_type', 'offline');
  parameters.set('code_challenge', await calculatePKCECodeChallenge(codeVerifier));
  parameters.set('code_challenge_method', 'S256');
  return { url: `${accountsServer}/oauth/v2/auth?${parameters}`, redirectUri, state, codeVerifier };
}

/** The request that renews an implicit token without asking, while the user is still signed in to Zoho. */
export function silentRenewalRequest(
  accountsServer: string,
  client: OAuthClient,
  redirectUri: string,
): AuthorizationRequest {
  const state = generateRandomState();
  const parameters = new URLSearchParams({
    response_type: 'token',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.join(','),
    state,
  });
  return { url: `${accountsServer}/oauth/v2/auth/refresh?${parameters}`, redirectUri, state };
}
