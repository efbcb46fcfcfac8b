/**
 * What a test in another process turns and reads, as JSON under `/__control`:
 *
 *   POST   /reset
 *   POST   /behaviour                            any part of Behaviour; merged
 *   POST   /faults            DELETE /faults     a Fault
 *   GET    /requests          DELETE /requests
 *   GET    /tag-changes                          what API calls did to records' tags
 *   POST   /clock                                {"advance": ms}
 *   GET    /orgs
 *   POST   /orgs/:zgid                           {"forbiddenModules": [...], "tagChangesForbidden": true}
 *   GET    /orgs/:zgid/:module/records?ids=1,2   id, name and tags
 *   POST   /orgs/:zgid/:module/records/:id       {"tags": [...], "locked": true}
 *   DELETE /orgs/:zgid/:module/records/:id
 *   DELETE /orgs/:zgid/:module/tags/:name
 *   POST   /grants/revoke                        {"zgid": "…", "email": "…"}
 *   POST   /tokens                               {"zgid", "email", "scopes", "seconds"}: a token without a consent
 *   POST   /clients                              a Client, registered or replaced
 *
 * A mistake in a request answers 400 with `{"error": "…"}`.
 */
import { Hono } from 'hono';
import type { FakeBigin } from '../fake-bigin';
import { orgRoutes } from './org-routes';
import * as read from './read';

export function createControl(fake: FakeBigin): Hono {
  const app = new Hono().basePath('/__control');
  const done = { ok: true };

  app.post('/reset', (c) => {
    fake.reset();
    return c.json(done);
  });

  app.get('/behaviour', (c) => c.json(fake.behaviour));
  app.post('/behaviour', async (c) => {
    fake.configure(read.object(await c.req.json()));
    return c.json(fake.behaviour);
  });

  app.post('/faults', async (c) => {
    fake.fail(read.fault(await c.req.json()));
    return c.json(done);
  });
  app.delete('/faults', (c) => {
    fake.clearFaults();
    return c.json(done);
  });

  app.get('/requests', (c) => c.json(fake.requests));
  app.delete('/requests', (c) => {
    fake.requests.length = 0;
    return c.json(done);
  });

  app.get('/tag-changes', (c) => c.json(fake.tagChanges));

  app.post('/clock', async (c) => {
    const { advance } = read.object(await c.req.json());
    fake.clock.advance(read.number(advance, 'advance'));
    return c.json({ now: fake.clock.now() });
  });

  app.post('/grants/revoke', async (c) => {
    const { zgid, email } = read.object(await c.req.json());
    fake.revokeGrant(read.text(zgid, 'zgid'), email === undefined ? undefined : read.text(email, 'email'));
    return c.json(done);
  });

  app.post('/tokens', async (c) => {
    const { zgid, email, scopes, seconds } = read.object(await c.req.json());
    return c.json(
      fake.issueToken({
        zgid: read.text(zgid, 'zgid'),
        email: email === undefined ? undefined : read.text(email, 'email'),
        scopes: scopes === undefined ? undefined : read.texts(scopes, 'scopes'),
        seconds: seconds === undefined ? undefined : read.number(seconds, 'seconds'),
      }),
    );
  });

  app.post('/clients', async (c) => {
    const client = read.client(await c.req.json());
    fake.world.clients = [...fake.world.clients.filter(({ id }) => id !== client.id), client];
    return c.json(done);
  });

  orgRoutes(app, fake);

  app.notFound((c) => c.json({ error: 'no such control' }, 404));
  app.onError((error, c) => c.json({ error: error.message }, 400));
  return app;
}
