import { browser } from 'wxt/browser';
import { dataCenters } from '@/lib/bigin/data-centers';
import { requireServers } from '@/lib/browser/host-access';
import { ProblemError } from '@/lib/problem';
import { Turns } from '@/lib/turns';
import { parseRedirect } from '../redirect';
import { authorizationRequest } from './authorization-request';
import type { Flow } from './flow';
import { isAnotherOpen } from './is-another-open';
import { isLoadFailed, isUnreachable } from './is-unreachable';

/**
 * Milliseconds that Zoho's page may take for a silent renewal. Browsers set no limit of their own accord (source: Chromium's
 * web_auth_flow.cc, Firefox's ext-identity.js), and whoever needs the token waits for as long.
 */
const timeout = 30_000;

/** Silent flows wait for each other, whatever connections they are for: Chromium has one flow at a time. */
const turns = new Turns();

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
    const url = await turns
      .take('', () => launch(request.url))
      .catch(async (error: unknown) => {
        // Without access to the server, it cannot be told whether it answers.
        await requireServers(dataCenter);
        // Silent ones take turns, so it is one in which the user signs in.
        if (isAnotherOpen(error)) throw new ProblemError('signInBusy');
        if (await isUnreachable(error, dataCenter)) throw new ProblemError('networkDown');
        if (isLoadFailed(error)) throw new ProblemError('signInFailed');
        return undefined;
      });
    const redirect = url ? parseRedirect(url, request, dataCenter) : undefined;
    if (!redirect || !('accessToken' in redirect) || redirect.dataCenter !== dataCenter) {
      throw new ProblemError('renewalFailed');
    }
    return redirect;
  },
};

/** The URL of the redirect that ends a silent flow; throws in the browser's words, or in Chromium's where the time is up. */
function launch(url: string): Promise<string | undefined> {
  const silent = { url, interactive: false };
  if (!import.meta.env.FIREFOX)
    return browser.identity.launchWebAuthFlow({ ...silent, timeoutMsForNonInteractive: timeout });
  // Firefox knows no such key, and throws for it (source: its Schemas.sys.mjs).
  const end = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('timed out')), timeout);
  });
  return Promise.race([browser.identity.launchWebAuthFlow(silent), end]);
}
