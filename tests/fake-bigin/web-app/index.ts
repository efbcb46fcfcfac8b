/**
 * Bigin's web app as a content script meets it: the list, board and record pages, drawn by custom
 * elements with the ids, classes and attributes of Zoho's own component library.
 *
 * Pages (one client app, routed by the hash; a query may stand before the hash):
 *   /bigin/org<zgid>/Home
 *     #/contacts  #/companies  #/accounts  #/deals  #/tasks  #/events  #/meetings  #/calls    lists
 *     #/products                         an older list: a plain table, no crux elements
 *     #/activities                       tasks, events and calls in one list
 *     #/<list word>?cvid=<view>          a list with another view
 *     #/deals/kanban[/<pipeline>]        the board; a pipeline is a view of Pipelines
 *     #/<list word>/<id>[?section=…]     a record and its related lists
 *     #/activities/<id>                  the same of a task, event or call
 *     #/search?word=…                    results of several modules, each with pages of its own
 *     #/settings                         a page without records
 *   /crm/org<zgid>/tab/<Module>[/<id>]   the same app by CRM-style links
 * An organization that does not exist, or lives in another data center than the host, answers 404.
 *
 * Options, in the query before the hash:
 *   pinned=off                  rows are drawn once instead of in a fixed and a scrolling half
 *   boxes=input                 check boxes hold a real `input` instead of a painted `span`
 *   aria=off                    check boxes say nothing to assistive technology
 *   older=li                    the older list is a `ul` of `li[data-id]` instead of a table
 *   older=grid                  … or a grid by roles, whose rows are selected by a click and have no boxes
 *   older-keeps=on              the older list keeps ticks when its page is turned, and lets nobody read them
 *   lang=de|fr|ja|hi|ar|pt      language and number format of the chrome
 *   rowModule=off               in the list of activities nothing in a row names its module; the name
 *                               leads to #/activities/<id>
 *   view=url                    the view of a list stands in the address alone, from the start
 *   view=off                    neither page nor address names the view of a list
 *   count=off                   the page does not say how many records are selected
 *   component=off               list components tell nothing about their selection
 *   overlay=off                 “select all of the view” sets no class
 *
 * Private data of the client: /bigin/org<zgid>/_data/<Module>?cvid&page&perPage (perPage=all for a
 * board), …/_data/<Module>/<id>, …/_search?word, …/_search/<Module>?word&page.
 */
import { Hono, type Context } from 'hono';
import { dataCenters } from '../world/data-centers';
import type { Org } from '../world/types';
import { clientBundle } from './client-bundle';
import { listPage, pageSizes, wholeView } from './list-page';
import { notFoundHtml, pageHtml } from './page-html';
import { recordPage } from './record-page';
import { resultsPage, searchPage } from './search-page';
import { moduleFromWord } from './wire/module-words';

export interface WebAppSource {
  world: { org(zgid: string): Org | undefined };
}

const securityPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

export function createWebApp(fake: WebAppSource): Hono {
  const app = new Hono();

  const orgOf = (c: Context): Org | undefined => {
    const org = fake.world.org((c.req.param('org') ?? '').slice('org'.length));
    return org && isServedHere(org, new URL(c.req.url).hostname) ? org : undefined;
  };
  const page = (c: Context) => {
    const org = orgOf(c);
    if (!org) return c.html(notFoundHtml(), 404);
    return c.html(pageHtml(org), 200, {
      'Content-Security-Policy': securityPolicy,
      'Cache-Control': 'no-store',
    });
  };
  const noSuch = (c: Context, what: string) => c.json({ error: `no such ${what}` }, 404);
  const forbidden = (c: Context) => c.json({ error: 'no permission' }, 403);
  const badPage = (c: Context) => c.json({ error: 'bad page' }, 400);

  app.get('/bigin/:org{org[0-9]+}/Home', page);
  app.get('/crm/:org{org[0-9]+}/tab/:module', page);
  app.get('/crm/:org{org[0-9]+}/tab/:module/:id{[0-9]+}', page);

  app.get('/bigin/_static/app.js', async (c) =>
    c.body((await clientBundle()).script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/bigin/_static/app.css', async (c) =>
    c.body((await clientBundle()).style, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );

  app.get('/bigin/:org{org[0-9]+}/_data/:module', (c) => {
    const org = orgOf(c);
    if (!org) return noSuch(c, 'organization');
    const module = moduleFromWord(c.req.param('module'));
    if (!module) return noSuch(c, 'module');
    if (module !== 'Activities' && org.forbiddenModules.has(module)) return forbidden(c);
    const cvid = c.req.query('cvid') ?? null;
    const wanted = c.req.query('perPage') ?? '50';
    const pageNumber = pageNumberOf(c);
    if (wanted !== 'all' && !pageSizes.includes(Number(wanted)))
      return c.json({ error: 'bad page size' }, 400);
    if (pageNumber === undefined) return badPage(c);
    const list =
      wanted === 'all'
        ? wholeView(org, module, cvid)
        : listPage(org, { module, cvid, page: pageNumber, perPage: Number(wanted) });
    return list ? c.json(list) : noSuch(c, 'view');
  });

  app.get('/bigin/:org{org[0-9]+}/_data/:module/:id', (c) => {
    const org = orgOf(c);
    if (!org) return noSuch(c, 'organization');
    const module = moduleFromWord(c.req.param('module'));
    if (!module) return noSuch(c, 'module');
    if (module !== 'Activities' && org.forbiddenModules.has(module)) return forbidden(c);
    const found = recordPage(org, module, c.req.param('id'));
    return found ? c.json(found) : noSuch(c, 'record');
  });

  app.get('/bigin/:org{org[0-9]+}/_search', (c) => {
    const org = orgOf(c);
    return org ? c.json(searchPage(org, c.req.query('word') ?? '')) : noSuch(c, 'organization');
  });

  app.get('/bigin/:org{org[0-9]+}/_search/:module', (c) => {
    const org = orgOf(c);
    if (!org) return noSuch(c, 'organization');
    const module = moduleFromWord(c.req.param('module'));
    if (!module || module === 'Activities') return noSuch(c, 'module');
    if (org.forbiddenModules.has(module)) return forbidden(c);
    const pageNumber = pageNumberOf(c);
    if (pageNumber === undefined) return badPage(c);
    return c.json(resultsPage(org, { module, word: c.req.query('word') ?? '', page: pageNumber }));
  });

  app.notFound((c) => c.html(notFoundHtml(), 404));
  return app;
}

/** The page that a request asks for, counted from 1; undefined where it asks for none that can be. */
function pageNumberOf(c: Context): number | undefined {
  const page = Number(c.req.query('page') ?? '1');
  return Number.isSafeInteger(page) && page >= 1 ? page : undefined;
}

/** An organization lives in one data center. A host that is none of Bigin's, such as 127.0.0.1, serves them all. */
function isServedHere(org: Org, hostname: string): boolean {
  const here = dataCenters.find(({ webApp }) => webApp === hostname);
  return !here || here.id === org.dataCenter;
}
