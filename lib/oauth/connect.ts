import { browser } from 'wxt/browser';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { requireServers } from '@/lib/browser/host-access';
import { readModuleWords } from '@/lib/bigin/endpoints/module-words';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { readOwnName } from '@/lib/bigin/endpoints/tags';
import { ProblemError } from '@/lib/problem';
import { readOAuthSettings, type OAuthClient } from './client-settings';
import { connectionId, type Connection } from './connection';
import { clientWithToken } from './client-with-token';
import { findConnection, saveConnection } from './connection-store';
import type { AuthorizationRequest } from './flows/authorization-request';
import { flowOf, type Tokens } from './flows/flow';
import { isAnotherOpen } from './flows/is-another-open';
import { isLoadFailed, isUnreachable } from './flows/is-unreachable';
import { revoke } from './flows/token-endpoint';
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

  // Nobody is led through a consent that comes to nothing.
  await requireServers(askedAt);

  const flow = flowOf(client);
  const { accountsServer } = dataCenters[askedAt];
  const request = await flow.ask({ accountsServer, client, redirectUri: redirectUri(redirectForm) });
  const redirect = parseRedirect(await askConsent(request, askedAt), request, askedAt);
  const tokens = await flow.redeem(redirect, request, client);
  try {
    return await keepConnection(redirect.dataCenter, client, tokens, request.redirectUri);
  } catch (error) {
    // Nothing is kept, so nothing may stay granted either.
    await revoke(redirect.dataCenter, tokens.refreshToken ?? tokens.accessToken).catch(() => undefined);
    throw error;
  }
}

/** Opens the consent page; the URL of the redirect that ends it. */
async function askConsent({ url }: AuthorizationRequest, askedAt: DataCenterId): Promise<string> {
  let redirect: string | undefined;
  try {
    redirect = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (error) {
    // It may be a silent one.
    if (isAnotherOpen(error)) throw new ProblemError('signInBusy');
    const isMissed = isLoadFailed(error) || (await isUnreachable(error, askedAt));
    throw new ProblemError(isMissed ? 'consentUnreachable' : 'consentClosed');
  }
  if (!redirect) throw new ProblemError('consentClosed');
  return redirect;
}

/** Asks which organization the token is for: that is the connection. */
async function keepConnection(
  dataCenter: DataCenterId,
  client: OAuthClient,
  tokens: Tokens,
  usedRedirectUri: string,
): Promise<Connection> {
  const { accessToken, expiresIn } = tokens;
  const api = clientWithToken(dataCenter, accessToken);
  const org = await readOrg(api);
  const userName = await readOwnName(api);
  // A courtesy: where it fails, Bigin's own words do.
  const moduleWords = await readModuleWords(api).catch(() => undefined);
  const id = connectionId(dataCenter, org.domain);
  const earlier = await findConnection(id);
  const granted = tokens.scopes ?? [...scopes];
  const refreshToken = tokens.refreshToken ?? stillValid(earlier, { client, userName, granted });
  const now = Date.now();
  const connection: Connection = {
    id,
    dataCenter,
    org: org.domain,
    orgName: org.name,
    client,
    redirectUri: usedRedirectUri,
    scopes: granted,
    connectedAt: now,
    signInNeeded: false,
    ...(moduleWords && { moduleWords, moduleWordsReadAt: now }),
    ...(userName && { userName }),
    ...(refreshToken && { refreshToken }),
  };
  const replaced = await saveConnection(connection, {
    token: accessToken,
    expiresAt: now + expiresIn * 1000,
  });
  if (replaced?.refreshToken && replaced.refreshToken !== refreshToken) {
    await revoke(dataCenter, replaced.refreshToken).catch(() => undefined);
  }
  return connection;
}

/**
 * Zoho leaves the refresh token out at times. The one of an earlier sign-in then still serves, where it is known
 * to be as good: Zoho has not refused it, and it is for the same user, client and permissions.
 */
function stillValid(
  earlier: Connection | undefined,
  { client, userName, granted }: { client: OAuthClient; userName: string | undefined; granted: string[] },
): string | undefined {
  if (!earlier || earlier.signInNeeded || earlier.client.id !== client.id) return undefined;
  if (!userName || earlier.userName !== userName) return undefined;
  return granted.every((scope) => earlier.scopes.includes(scope)) ? earlier.refreshToken : undefined;
}
