import type { Hono } from 'hono';
import type { Parts } from '../parts';

export function revokeRoutes(app: Hono, { grants }: Parts): void {
  app.post('/oauth/v2/token/revoke', async (c) => {
    const token = c.req.query('token') ?? new URLSearchParams(await c.req.text()).get('token') ?? '';
    return grants.revokeToken(token)
      ? c.json({ status: 'success' })
      : c.json({ error: 'invalid_code', status: 'failure' });
  });
}
