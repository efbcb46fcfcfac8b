import { browser } from 'wxt/browser';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { ProblemError } from '@/lib/problem';
import { silentRenewalRequest } from './authorization-request';
import type { OAuthClient } from './client-settings';
import { isUnreachable } from './is-unreachable';
import { parseRedirect } from './redirect';
import type { Tokens } from './token-endpoint';

/**
 * A new token for an implicit client, without a window: Zoho grants it while the user is signed in there.
 * Throws a `ProblemError`: `renewalFailed` where it does not (`client_not_granted`, `prompt_required`),
 * `networkDown` where its page did not load.
 */
export async function renewImplicit(dataCenter: DataCenterId, client: OAuthClient): Promise<Tokens> {
  const redirectUri = browser.identity.getRedirectURL();
  const request = silentRenewalRequest(dataCenters[dataCenter].accountsServer, client, redirectUri);
  const url = await browser.identity
    .launchWebAuthFlow({ url: request.url, interactive: false })
    .catch((error: unknown) => {
      if (isUnreachable(error)) throw new ProblemError('networkDown');
      return undefined;
    });
  const redirect = url ? parseRedirect(url, request, dataCenter) : undefined;
  if (!redirect || !('accessToken' in redirect) || redirect.dataCenter !== dataCenter) {
    throw new ProblemError('renewalFailed');
  }
  return { accessToken: redirect.accessToken, expiresIn: redirect.expiresIn };
}
