import { browser } from 'wxt/browser';
import { dataCenters } from '@/lib/bigin/data-centers';
import { requireServers } from '@/lib/browser/host-access';
import { ProblemError } from '@/lib/problem';
import { parseRedirect } from '../redirect';
import { authorizationRequest } from './authorization-request';
import type { Flow } from './flow';
import { isAnotherOpen } from './is-another-open';
import { isUnreachable } from './is-unreachable';

/**
 * The implicit flow: the redirect itself brings an access token, and there is no refresh token. Instead Zoho
 * renews silently, on a page of its own (`auth/refresh`), while the user is signed in there; it answers
 * `client_not_granted` or `prompt_required` where it does not (source: accounts documentation).
 */
export const implicitFlow: Flow = {
  async ask(asking) {
    return authorizationRequest(asking, 'auth', { response_type: 'token', prompt: 'consent' });
  },

  async redeem(redirect) {
    if (!('accessToken' in redirect)) throw new ProblemError('redirectUntrusted');
    return redirect;
  },

  async renew({ dataCenter, client, redirectUri }) {
    const { accountsServer } = dataCenters[dataCenter];
    const request = authorizationRequest({ accountsServer, client, redirectUri }, 'auth/refresh', {
      response_type: 'token',
    });
    const url = await browser.identity
      .launchWebAuthFlow({ url: request.url, interactive: false })
      .catch(async (error: unknown) => {
        // Without access to the server, it cannot be told whether it answers.
        await requireServers(dataCenter);
        // Another sign-in passes, as a network that is down does.
        if (isAnotherOpen(error) || (await isUnreachable(error, dataCenter)))
          throw new ProblemError('networkDown');
        return undefined;
      });
    const redirect = url ? parseRedirect(url, request, dataCenter) : undefined;
    if (!redirect || !('accessToken' in redirect) || redirect.dataCenter !== dataCenter) {
      throw new ProblemError('renewalFailed');
    }
    return redirect;
  },
};
