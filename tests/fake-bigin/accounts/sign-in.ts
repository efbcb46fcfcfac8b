import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Parts } from '../parts';
import { dataCenterOf, dataCenters } from '../world/data-centers';
import type { User } from '../world/types';
import { signInPage } from './pages';

export const sessionCookie = 'iamsession';

export function signInRoutes(app: Hono, { world, sessions }: Parts): void {
  app.post('/signin', async (c) => {
    const { host } = new URL(c.req.url);
    const form = await c.req.formData();
    const continueTo = safePath(form.get('serviceurl'));
    const user = world.user(textOf(form.get('email')));
    if (!user || !isKnownAt(user, host)) {
      return c.html(signInPage(host, continueTo, 'This account cannot be found.'), 401);
    }
    if (form.get('password') !== user.password) {
      return c.html(signInPage(host, continueTo, 'Incorrect password. Please try again.'), 401);
    }
    startSession(c, user.email);
    const home = dataCenterOf(user.dataCenter).accounts;
    if (home === host) return c.redirect(continueTo, 303);
    // Whoever starts away from home is signed in there too, and goes on there.
    const ticket = sessions.issueTicket(user.email);
    return c.redirect(
      `https://${home}/signin/arrive?${new URLSearchParams({ ticket, serviceurl: continueTo })}`,
      303,
    );
  });

  app.get('/signin/arrive', (c) => {
    const email = sessions.takeTicket(c.req.query('ticket') ?? '');
    if (email !== undefined) startSession(c, email);
    return c.redirect(safePath(c.req.query('serviceurl')), 303);
  });

  function startSession(c: Context, email: string): void {
    setCookie(c, sessionCookie, sessions.start(new URL(c.req.url).host, email), {
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
    });
  }

  app.get('/logout', (c) => {
    sessions.end(new URL(c.req.url).host, getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { secure: true, path: '/' });
    return c.redirect(safePath(c.req.query('serviceurl')), 303);
  });
}

/** An account is known at its own accounts server; accounts.zoho.com knows all but China's. */
function isKnownAt(user: User, host: string): boolean {
  const here = dataCenters.find(({ accounts }) => accounts === host)?.id;
  return here === user.dataCenter || (here === 'us' && user.dataCenter !== 'cn');
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** Never goes on to another host. */
const safePath = (asked: FormDataEntryValue | null | undefined) =>
  typeof asked === 'string' && asked.startsWith('/oauth/v2/auth') ? asked : '/';
