import {
  dataCenterOfAccountsServer,
  dataCenters,
  isDataCenterId,
  isOrigin,
  type DataCenterId,
} from '@/lib/bigin/data-centers';
import { parseUrl } from '@/lib/parse-url';
import { ProblemError } from '@/lib/problem';
import type { AuthorizationRequest } from './flows/authorization-request';
import { lifetimeOf } from './lifetime';
import { scopesOf } from './scopes';

/** What a redirect from the consent page brings. */
export type Redirect = { dataCenter: DataCenterId } & (
  | { code: string }
  | { accessToken: string; /** Seconds. */ expiresIn: number; scopes?: string[] }
);

/**
 * Reads the redirect that ends the consent. It is input: a foreign URL, another request's state, and any
 * server outside the table of data centers are refused with a `ProblemError`.
 */
export function parseRedirect(url: string, request: AuthorizationRequest, askedAt: DataCenterId): Redirect {
  const redirect = parseUrl(url);
  const expected = new URL(request.redirectUri);
  if (redirect?.origin !== expected.origin || redirect.pathname !== expected.pathname) {
    throw new ProblemError('redirectUntrusted');
  }
  const answer = new URLSearchParams([
    ...redirect.searchParams,
    ...new URLSearchParams(redirect.hash.slice(1)),
  ]);
  if (answer.get('state') !== request.state) throw new ProblemError('redirectUntrusted');
  const error = answer.get('error');
  if (error === 'access_denied') throw new ProblemError('consentRejected');
  if (error) throw new ProblemError('consentRefused', { code: shortCode(error) });

  const dataCenter = dataCenterOfRedirect(answer, askedAt);
  const accessToken = answer.get('access_token');
  if (accessToken) {
    const apiDomain = answer.get('api_domain');
    if (apiDomain && !isOrigin(apiDomain, dataCenters[dataCenter].apiDomain))
      throw new ProblemError('serverUntrusted');
    const scope = answer.get('scope');
    return {
      dataCenter,
      accessToken,
      expiresIn: lifetimeOf(answer.get('expires_in')),
      ...(scope && { scopes: scopesOf(scope) }),
    };
  }
  const code = answer.get('code');
  if (!code) throw new ProblemError('redirectUntrusted');
  return { dataCenter, code };
}

/**
 * The user's data center: `accounts-server` where the redirect names it, else `location`, else the one that
 * was asked (source: zoho.com accounts documentation, multi-dc).
 */
function dataCenterOfRedirect(answer: URLSearchParams, askedAt: DataCenterId): DataCenterId {
  const server = answer.get('accounts-server');
  const location = answer.get('location');
  if (server) {
    const dataCenter = dataCenterOfAccountsServer(server);
    if (!dataCenter) throw new ProblemError('serverUntrusted');
    return dataCenter;
  }
  if (location === null) return askedAt;
  if (!isDataCenterId(location)) throw new ProblemError('serverUntrusted');
  return location;
}

/** A code from outside that goes into a sentence: letters, digits and underscores, and not many. */
function shortCode(text: string): string {
  return text.replaceAll(/\W/g, '').slice(0, 40);
}
