import type { Hono } from 'hono';
import type { Parts } from '../parts';
import { isRefusal, readAuthorizationRequest } from './authorization-request';
import { signedIn } from './authorize';
import { errorPage } from './pages';
import { redirectBack, redirectWithToken } from './redirect-back';

/** A client-based app's new token, without a word to the user who gave consent for the session. */
export function silentRenewalRoutes(app: Hono, parts: Parts): void {
  app.get('/oauth/v2/auth/refresh', (c) => {
    const { grants, clock } = parts;
    const asked = readAuthorizationRequest(new URL(c.req.url), parts);
    if (isRefusal(asked)) return c.html(errorPage(asked), 400);
    if (asked.client.type !== 'implicit') {
      return c.html(errorPage({ title: 'Invalid Client', reason: 'Not a client-based application.' }), 400);
    }
    const user = signedIn(c, parts);
    const given = user ? grants.of(user.email, asked.client.id).filter(({ forSession }) => forSession) : [];
    if (!user || given.length === 0) return redirectBack(asked, { error: 'client_not_granted' });
    const grant = given.findLast(({ scopes }) => asked.scopes.every((scope) => scopes.includes(scope)));
    if (!grant) return redirectBack(asked, { error: 'prompt_required' });
    return redirectWithToken(asked, user, grants.issueAccessToken(grant, asked.scopes), clock.now());
  });
}
