import type { Hono } from 'hono';
import type { FakeBigin } from '../fake-bigin';
import { moduleNames } from '../world/modules';
import * as read from './read';

/** Looks into an org's data and changes it, as someone else at work in Bigin would. */
export function orgRoutes(app: Hono, { world }: FakeBigin): void {
  const orgOf = (zgid: string) => {
    const org = world.org(zgid);
    if (!org) throw new RangeError(`there is no org ${zgid}`);
    return org;
  };

  app.get('/orgs', (c) =>
    c.json(
      world.orgs.map(({ zgid, companyName, dataCenter, records }) => ({
        zgid,
        companyName,
        dataCenter,
        records: Object.fromEntries(moduleNames.map((module) => [module, records[module].length])),
      })),
    ),
  );

  app.post('/orgs/:zgid', async (c) => {
    const org = orgOf(c.req.param('zgid'));
    const { forbiddenModules, tagChangesForbidden } = read.object(await c.req.json());
    if (forbiddenModules !== undefined) {
      org.forbiddenModules = new Set(read.texts(forbiddenModules, 'forbiddenModules').map(read.moduleName));
    }
    if (tagChangesForbidden !== undefined) org.tagChangesForbidden = tagChangesForbidden === true;
    return c.json({ ok: true });
  });

  app.get('/orgs/:zgid/:module/records', (c) => {
    const records = orgOf(c.req.param('zgid')).records[read.moduleName(c.req.param('module'))];
    const ids = c.req.query('ids')?.split(',');
    const asked = ids ? records.filter(({ id }) => ids.includes(id)) : records;
    return c.json(asked.map(({ id, name, tags, locked }) => ({ id, name, tags, locked })));
  });

  app.post('/orgs/:zgid/:module/records/:id', async (c) => {
    const { zgid, module, id } = c.req.param();
    const name = read.moduleName(module);
    const { tags, locked } = read.object(await c.req.json());
    if (tags !== undefined) world.setTags(zgid, name, id, read.texts(tags, 'tags'));
    if (locked !== undefined) world.setLocked(zgid, name, id, locked === true);
    return c.json({ id, tags: world.tagsOf(zgid, name, id) });
  });

  app.delete('/orgs/:zgid/:module/records/:id', (c) => {
    const { zgid, module, id } = c.req.param();
    if (!world.deleteRecord(zgid, read.moduleName(module), id))
      throw new RangeError(`there is no record ${id}`);
    return c.json({ ok: true });
  });

  app.delete('/orgs/:zgid/:module/tags/:name', (c) => {
    const { zgid, module, name } = c.req.param();
    if (!world.deleteTag(zgid, read.moduleName(module), name))
      throw new RangeError(`there is no tag ${name}`);
    return c.json({ ok: true });
  });
}
