import type { Parts } from '../parts';
import type { Client } from '../world/types';
import { redirectUriFits } from './redirect-uri';
import { parseScopes } from './scopes';

/** What a client asks the user for, checked. */
export interface AuthorizationRequest {
  client: Client;
  responseType: 'code' | 'token';
  redirectUri: string;
  scopes: string[];
  state: string | null;
  challenge: string | null;
  offline: boolean;
  forceConsent: boolean;
}

/** Why a request is refused on a page of the accounts server: the redirect URI cannot be trusted with it. */
export interface Refusal {
  title: string;
  reason: string;
}

const refuse = (title: string, reason: string): Refusal => ({ title, reason });

export function readAuthorizationRequest(
  { searchParams: query, host }: URL,
  { world, behaviour }: Parts,
): AuthorizationRequest | Refusal {
  const client = world.client(query.get('client_id') ?? '', host);
  if (!client) return refuse('Invalid Client', 'The client ID passed does not exist.');

  const redirectUri = query.get('redirect_uri') ?? '';
  const refusedForPublic =
    client.type === 'public' &&
    behaviour.unknowns.publicClientHttpsRedirect === 'refused' &&
    redirectUri.startsWith('https:');
  if (refusedForPublic || !client.redirectUris.some((pattern) => redirectUriFits(pattern, redirectUri))) {
    return refuse('Invalid Redirect Uri', 'Redirect URI passed does not match with the one configured.');
  }

  const responseType = query.get('response_type');
  const allowedType = client.type === 'implicit' ? 'token' : 'code';
  if (responseType !== allowedType) {
    return refuse('Invalid Response Type', `This client may only ask with response_type=${allowedType}.`);
  }

  const scopes = parseScopes(query.get('scope') ?? '');
  if (!scopes) return refuse('Invalid OAuth Scope', 'Scope does not exist.');

  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') {
    return refuse('Invalid Request', 'The code challenge method must be S256.');
  }

  return {
    client,
    responseType: allowedType,
    redirectUri,
    scopes,
    state: query.get('state'),
    challenge,
    offline: query.get('access_type') === 'offline',
    forceConsent: query.get('prompt') === 'consent',
  };
}

export const isRefusal = (answer: AuthorizationRequest | Refusal): answer is Refusal => 'reason' in answer;
