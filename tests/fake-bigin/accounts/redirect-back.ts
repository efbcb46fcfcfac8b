import { dataCenterOf } from '../world/data-centers';
import type { User } from '../world/types';
import type { AccessToken } from './grants';
import type { AuthorizationRequest } from './authorization-request';

type Target = Pick<AuthorizationRequest, 'redirectUri' | 'responseType' | 'state'>;

/** Back to the client: a code travels in the query, an implicit answer in the fragment. */
export function redirectBack(target: Target, answer: Record<string, string>): Response {
  const url = new URL(target.redirectUri);
  const parameters = target.responseType === 'token' ? new URLSearchParams() : url.searchParams;
  if (target.state !== null) parameters.set('state', target.state);
  for (const [name, value] of Object.entries(answer)) parameters.set(name, value);
  if (target.responseType === 'token') url.hash = parameters.toString();
  return new Response(null, { status: 302, headers: { location: url.href, 'cache-control': 'no-store' } });
}

export function redirectWithCode(target: Target, user: User, code: string): Response {
  const { id, accounts } = dataCenterOf(user.dataCenter);
  return redirectBack(target, { code, location: id, 'accounts-server': `https://${accounts}` });
}

export function redirectWithToken(target: Target, user: User, issued: AccessToken, now: number): Response {
  const { id, api } = dataCenterOf(user.dataCenter);
  return redirectBack(target, {
    access_token: issued.token,
    api_domain: `https://${api}`,
    token_type: 'Bearer',
    expires_in: String(Math.round((issued.expiresAt - now) / 1000)),
    location: id,
    ...(issued.grant.forSession ? { granted_for_session: 'true' } : {}),
  });
}
