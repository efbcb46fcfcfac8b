import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Parts } from '../parts';
import type { Org, User } from '../world/types';
import { isRefusal, readAuthorizationRequest, type AuthorizationRequest } from './authorization-request';
import type { Grant } from './grants';
import { consentPage, errorPage, signInPage } from './pages';
import { redirectBack, redirectWithCode, redirectWithToken } from './redirect-back';
import { sessionCookie } from './sign-in';

/** `/oauth/v2/auth`: sign in, choose an organization, consent, go back. */
export function authorizeRoutes(app: Hono, parts: Parts): void {
  app.get('/oauth/v2/auth', (c) => {
    const url = new URL(c.req.url);
    const { host, search, pathname } = url;
    const asked = readAuthorizationRequest(url, parts);
    if (isRefusal(asked)) return c.html(errorPage(asked), 400);
    const user = signedIn(c, parts);
    if (!user) return c.html(signInPage(host, pathname + search));
    const grant = parts.grants.find(user.email, asked.client.id, asked.scopes);
    // Nobody is asked, so there is no refresh token to be had this way.
    if (grant && !asked.forceConsent) return goBack(asked, user, grant, false);
    return c.html(consentPage(asked, user, orgsOf(user, parts), pathname + search));
  });

  app.post('/oauth/v2/auth', async (c) => {
    const url = new URL(c.req.url);
    const { host, search, pathname } = url;
    const asked = readAuthorizationRequest(url, parts);
    if (isRefusal(asked)) return c.html(errorPage(asked), 400);
    const user = signedIn(c, parts);
    if (!user) return c.html(signInPage(host, pathname + search));
    const form = await c.req.formData();
    if (form.get('decision') !== 'accept') return redirectBack(asked, { error: 'access_denied' });
    const orgs = orgsOf(user, parts);
    const org = orgs.length === 1 ? orgs[0] : orgs.find(({ zgid }) => zgid === form.get('org'));
    if (!org) {
      return c.html(consentPage(asked, user, orgs, pathname + search, 'Please choose an organization.'), 400);
    }
    const grant = parts.grants.allow({
      email: user.email,
      clientId: asked.client.id,
      zgid: org.zgid,
      scopes: asked.scopes,
      forSession: form.get('for_session') === 'true',
    });
    return goBack(asked, user, grant, asked.offline);
  });

  function goBack(asked: AuthorizationRequest, user: User, grant: Grant, offline: boolean): Response {
    const { grants, clock } = parts;
    const { scopes, redirectUri, challenge } = asked;
    if (asked.responseType === 'token') {
      return redirectWithToken(asked, user, grants.issueAccessToken(grant, scopes), clock.now());
    }
    return redirectWithCode(
      asked,
      user,
      grants.issueCode({ grant, scopes, redirectUri, challenge, offline }),
    );
  }
}

export function signedIn(c: Context, { sessions, world }: Parts): User | undefined {
  const email = sessions.email(new URL(c.req.url).host, getCookie(c, sessionCookie));
  return email === undefined ? undefined : world.user(email);
}

const orgsOf = (user: User, { world }: Parts): Org[] =>
  world.orgs.filter(({ zgid }) => user.orgs.includes(zgid));
