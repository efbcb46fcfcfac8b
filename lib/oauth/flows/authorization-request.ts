import type { OAuthClient } from '../client-settings';
import { scopes } from '../scopes';
import { randomToken } from './pkce';

/** What a client asks at Zoho's accounts server by opening a page. */
export interface AuthorizationRequest {
  url: string;
  redirectUri: string;
  /** Comes back with the redirect, which otherwise is not an answer to this request. */
  state: string;
  /** Proves to the token endpoint who asked; none in the implicit flow. */
  codeVerifier?: string;
}

/** Where and as whom to ask. */
export interface Asking {
  /** Origin of the accounts server. */
  accountsServer: string;
  client: OAuthClient;
  redirectUri: string;
}

/**
 * A request to a page of the accounts server. Scopes are separated by commas: Zoho departs from RFC 6749 there
 * (source: zoho.com accounts documentation).
 */
export function authorizationRequest(
  { accountsServer, client, redirectUri }: Asking,
  path: string,
  parameters: Record<string, string>,
): AuthorizationRequest {
  const state = randomToken();
  const query = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.join(','),
    state,
    ...parameters,
  });
  return { url: `${accountsServer}/oauth/v2/${path}?${query}`, redirectUri, state };
}
