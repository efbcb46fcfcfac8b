import { Hono } from 'hono';
import type { Parts } from '../parts';
import { authorizeRoutes } from './authorize';
import { errorPage } from './pages';
import { revokeRoutes } from './revoke';
import { serverInfoRoutes } from './server-info';
import { signInRoutes } from './sign-in';
import { silentRenewalRoutes } from './silent-renewal';
import { tokenRoutes } from './token';

/** The accounts servers of all data centers: who signs in, what is consented to, which tokens there are. */
export function createAccounts(parts: Parts): Hono {
  const app = new Hono();
  signInRoutes(app, parts);
  authorizeRoutes(app, parts);
  silentRenewalRoutes(app, parts);
  tokenRoutes(app, parts);
  revokeRoutes(app, parts);
  serverInfoRoutes(app);
  app.notFound((c) => c.html(errorPage({ title: 'Not found', reason: 'There is no such page.' }), 404));
  return app;
}
