import * as z from '@/lib/zod';
import { lengthOf } from '@/lib/schemas';
import { dataCenters, isOrigin, type DataCenterId } from '@/lib/bigin/data-centers';
import { requireServers } from '@/lib/browser/host-access';
import { limitedText } from '@/lib/limited-text';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import type { OAuthClient } from '../client-settings';
import { lifetimeOf } from '../lifetime';
import { scopesOf } from '../scopes';
import type { Tokens } from './flow';

/** Milliseconds after which the accounts server is given up. */
const timeout = 30_000;

const tokenAnswer = z.object({
  access_token: z.string(lengthOf(1)),
  refresh_token: z.optional(z.string()),
  expires_in: z.optional(z.unknown()),
  api_domain: z.optional(z.string()),
  scope: z.optional(z.string()),
});

const errorAnswer = z.object({ error: z.string() });

/** Zoho's own error words, which come with HTTP 200 (source: accounts documentation and other clients). */
const problemOfError = new Map<string, ProblemCode>([
  ['invalid_client', 'clientInvalid'],
  ['invalid_client_secret', 'clientSecretInvalid'],
  ['invalid_redirect_uri', 'redirectUriInvalid'],
  ['invalid_code', 'codeInvalid'],
  // The standard's words, should Zoho come to use them.
  ['invalid_grant', 'codeInvalid'],
  ['unauthorized_client', 'clientInvalid'],
  ['access_denied', 'tokensExhausted'],
  ['Access Denied', 'tokensExhausted'],
]);

/** Trades a code for tokens, at the accounts server of the user's own data center. */
export function exchangeCode(
  dataCenter: DataCenterId,
  client: OAuthClient,
  { code, redirectUri, codeVerifier }: { code: string; redirectUri: string; codeVerifier: string },
): Promise<Tokens> {
  return requestTokens(dataCenter, client, {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code,
    code_verifier: codeVerifier,
  });
}

/** Trades a refresh token for a new access token; the answer has no refresh token. */
export function refresh(
  dataCenter: DataCenterId,
  client: OAuthClient,
  refreshToken: string,
): Promise<Tokens> {
  return requestTokens(dataCenter, client, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/**
 * Takes back a token at Zoho; throws `revokeFailed`, with the host where it can be done by hand, where Zoho did not
 * confirm, or where there is no token to show. The token goes into the URL because that is the one form documented.
 */
export async function revoke(dataCenter: DataCenterId, token: string | undefined): Promise<void> {
  const answer =
    token &&
    (await post(dataCenter, `oauth/v2/token/revoke?${new URLSearchParams({ token })}`).catch(
      () => undefined,
    ));
  if (!z.safeParse(z.object({ status: z.enum(['success']) }), answer).success)
    throw new ProblemError('revokeFailed', { host: new URL(dataCenters[dataCenter].accountsServer).host });
}

/** Zoho reports errors with HTTP 200, so the body decides, not the status. */
async function requestTokens(
  dataCenter: DataCenterId,
  client: OAuthClient,
  form: Record<string, string>,
): Promise<Tokens> {
  const secret = client.type === 'server' && { client_secret: client.secret };
  const body = await post(dataCenter, 'oauth/v2/token', { ...form, client_id: client.id, ...secret });
  const { data: error } = z.safeParse(errorAnswer, body);
  if (error) throw new ProblemError(problemOfError.get(error.error) ?? 'signInFailed');
  const { data: tokens } = z.safeParse(tokenAnswer, body);
  if (!tokens) throw new ProblemError('signInFailed');
  const { apiDomain } = dataCenters[dataCenter];
  if (tokens.api_domain && !isOrigin(tokens.api_domain, apiDomain)) throw new ProblemError('serverUntrusted');
  return {
    accessToken: tokens.access_token,
    expiresIn: lifetimeOf(tokens.expires_in),
    ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }),
    ...(tokens.scope && { scopes: scopesOf(tokens.scope) }),
  };
}

/** The parsed JSON body that a form post is answered with. */
async function post(dataCenter: DataCenterId, path: string, form?: Record<string, string>): Promise<unknown> {
  // A form is sent even where its answer may not be read: a code would be spent in vain.
  await requireServers(dataCenter);
  let response: Response;
  try {
    response = await fetch(`${dataCenters[dataCenter].accountsServer}/${path}`, {
      method: 'POST',
      body: form ? new URLSearchParams(form) : null,
      signal: AbortSignal.timeout(timeout),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new ProblemError('networkDown');
  }
  return limitedText(response)
    .then((text) => JSON.parse(text) as unknown)
    .catch(() => undefined);
}
