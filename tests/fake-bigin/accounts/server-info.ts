import type { Hono } from 'hono';
import { dataCenters } from '../world/data-centers';

export function serverInfoRoutes(app: Hono): void {
  app.get('/oauth/serverinfo', (c) =>
    c.json({
      result: 'success',
      locations: Object.fromEntries(dataCenters.map(({ id, accounts }) => [id, `https://${accounts}`])),
    }),
  );
}
