import type { AccessToken } from '../accounts/grants';
import type { Parts } from '../parts';
import { dataCenterOf } from '../world/data-centers';
import { ApiError } from './error';

const scheme = 'Zoho-oauthtoken ';

/** The token that a request carries, where it is good at this host. */
export function tokenOf(request: Request, { grants, world }: Parts): AccessToken | undefined {
  const header = request.headers.get('authorization') ?? '';
  const token = header.startsWith(scheme) ? grants.accessToken(header.slice(scheme.length)) : undefined;
  const org = token && world.org(token.grant.zgid);
  return org && dataCenterOf(org.dataCenter).api === new URL(request.url).hostname ? token : undefined;
}

export function requireToken(request: Request, parts: Parts): AccessToken {
  const header = request.headers.get('authorization') ?? '';
  if (header !== '' && !header.startsWith(scheme)) {
    throw new ApiError(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
  }
  const token = tokenOf(request, parts);
  if (!token) throw new ApiError(401, 'INVALID_TOKEN', 'invalid oauth token');
  return token;
}

/** `group` is what stands between `ZohoBigin.` and the operation, such as `modules.contacts` or `org`. */
export function requireScope(token: AccessToken, group: string, operations: readonly string[]): void {
  const [family = ''] = group.split('.');
  const good = new Set([...operations, 'ALL'].map((operation) => `ZohoBigin.${group}.${operation}`));
  if (!token.scopes.some((scope) => good.has(scope) || scope === `ZohoBigin.${family}.ALL`)) {
    throw new ApiError(401, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL');
  }
}
