import { browser } from 'wxt/browser';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { ProblemError } from '@/lib/problem';
import { authorizationRequest, type AuthorizationRequest } from './authorization-request';
import { readOAuthSettings, type OAuthClient } from './client-settings';
import { connectionId, type Connection } from './connection';
import { saveAccessToken, saveConnection } from './connection-store';
import { isUnreachable } from './is-unreachable';
import { parseRedirect } from './redirect';
import { scopes } from './scopes';
import { exchangeCode, type Tokens } from './token-endpoint';

/** Where `automatic` begins when no tab says more: Zoho's US server knows the users of all others but CN. */
const defaultDataCenter: DataCenterId = 'us';

/**
 * Lets the user sign in and authorize one organization, and keeps the connection.
 * Throws a `ProblemError` that says where it ended; nothing is kept then.
 *
 * @param tabDataCenter the data center of the tab that asks, where there is one.
 */
export async function connect(tabDataCenter?: DataCenterId): Promise<Connection> {
  const { client, dataCenter: chosen } = await readOAuthSettings();
  if (!client.id) throw new ProblemError('clientIdMissing');
  if (client.type === 'server' && !client.secret) throw new ProblemError('clientSecretMissing');
  const askedAt = chosen === 'automatic' ? (tabDataCenter ?? defaultDataCenter) : chosen;

  const redirectUri = browser.identity.getRedirectURL();
  const request = await authorizationRequest(dataCenters[askedAt].accountsServer, client, redirectUri);
  const redirect = parseRedirect(await askConsent(request), request, askedAt);
  const tokens = 'code' in redirect ? await exchange(redirect, request, client) : redirect;
  return keepConnection(redirect.dataCenter, client, tokens);
}

/** Opens the consent page; the URL of the redirect that ends it. */
async function askConsent({ url }: AuthorizationRequest): Promise<string> {
  let redirect: string | undefined;
  try {
    redirect = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (error) {
    throw new ProblemError(isUnreachable(error) ? 'consentUnreachable' : 'consentClosed');
  }
  if (!redirect) throw new ProblemError('consentClosed');
  return redirect;
}

async function exchange(
  { dataCenter, code }: { dataCenter: DataCenterId; code: string },
  { redirectUri, codeVerifier = '' }: AuthorizationRequest,
  client: OAuthClient,
): Promise<Tokens> {
  return exchangeCode(dataCenter, client, { code, redirectUri, codeVerifier });
}

/** Asks which organization the token is for: that is the connection. */
async function keepConnection(
  dataCenter: DataCenterId,
  client: OAuthClient,
  tokens: Tokens,
): Promise<Connection> {
  const { accessToken, refreshToken, expiresIn } = tokens;
  const api = new BiginClient({
    apiDomain: dataCenters[dataCenter].apiDomain,
    accessToken: () => Promise.resolve(accessToken),
  });
  const org = await readOrg(api);
  const connection: Connection = {
    id: connectionId(dataCenter, org.domain),
    dataCenter,
    org: org.domain,
    orgName: org.name,
    client,
    scopes: [...scopes],
    connectedAt: Date.now(),
    signInNeeded: false,
    ...(refreshToken && { refreshToken }),
  };
  await saveAccessToken(connection.id, { token: accessToken, expiresAt: Date.now() + expiresIn * 1000 });
  await saveConnection(connection);
  return connection;
}
