import { browser } from 'wxt/browser';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { readOwnName } from '@/lib/bigin/endpoints/tags';
import { ProblemError } from '@/lib/problem';
import { readOAuthSettings, type OAuthClient } from './client-settings';
import { connectionId, type Connection } from './connection';
import { saveAccessToken, saveConnection } from './connection-store';
import type { AuthorizationRequest } from './flows/authorization-request';
import { flowOf, type Tokens } from './flows/flow';
import { isUnreachable } from './flows/is-unreachable';
import { parseRedirect } from './redirect';
import { redirectUri } from './redirect-uri';
import { scopes } from './scopes';

/** Where `automatic` begins when no tab says more: Zoho's US server knows the users of all others but CN. */
export const defaultDataCenter: DataCenterId = 'us';

/**
 * Lets the user sign in and authorize one organization, and keeps the connection.
 * Throws a `ProblemError` that says where it ended; nothing is kept then.
 *
 * @param tabDataCenter the data center of the tab that asks, where there is one.
 */
export async function connect(tabDataCenter?: DataCenterId): Promise<Connection> {
  const { client, dataCenter: chosen, redirectForm } = await readOAuthSettings();
  if (!client.id) throw new ProblemError('clientIdMissing');
  if (client.type === 'server' && !client.secret) throw new ProblemError('clientSecretMissing');
  const askedAt = chosen === 'automatic' ? (tabDataCenter ?? defaultDataCenter) : chosen;

  const flow = flowOf(client);
  const { accountsServer } = dataCenters[askedAt];
  const request = await flow.ask({ accountsServer, client, redirectUri: redirectUri(redirectForm) });
  const redirect = parseRedirect(await askConsent(request), request, askedAt);
  return keepConnection(redirect.dataCenter, client, await flow.redeem(redirect, request, client));
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
  const userName = await readOwnName(api);
  const now = Date.now();
  const connection: Connection = {
    id: connectionId(dataCenter, org.domain),
    dataCenter,
    org: org.domain,
    orgName: org.name,
    client,
    scopes: tokens.scopes ?? [...scopes],
    connectedAt: now,
    signInNeeded: false,
    ...(userName && { userName }),
    ...(refreshToken && { refreshToken }),
  };
  await saveAccessToken(connection.id, { token: accessToken, expiresAt: now + expiresIn * 1000 });
  await saveConnection(connection);
  return connection;
}
