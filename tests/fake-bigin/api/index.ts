import { Hono, type Context } from 'hono';
import type { Parts } from '../parts';
import { addTagsToMany, addTagsToOne } from './add-tags';
import { requireToken, tokenOf } from './authorization';
import { tooMany, type Answer, type CallFault, type Endpoint } from './call';
import { coql } from './coql';
import { ApiError } from './error';
import { getFields } from './get-fields';
import { getModules } from './get-modules';
import { getOrg } from './get-org';
import { getRecord } from './get-record';
import { getRecords } from './get-records';
import { countTaggedRecords, listTags } from './list-tags';
import { removeTagsFromMany, removeTagsFromOne } from './remove-tags';
import { search } from './search';
import { timeText } from './time-text';

interface ApiEnv {
  Bindings: {
    /** Requests of the same org under way, this one included. */
    concurrency: number;
    requestNumber: number;
    fault: CallFault;
  };
}

/** In the order in which a path is tried: fixed words before `:module`. */
const endpoints: readonly Endpoint[] = [
  getOrg,
  coql,
  getModules,
  getFields,
  listTags,
  countTaggedRecords,
  search,
  removeTagsFromMany,
  removeTagsFromOne,
  addTagsToMany,
  addTagsToOne,
  getRecord,
  getRecords,
];

/** Bigin's REST API v2, for the API domains of all data centers. */
export function createApi(parts: Parts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>().basePath('/bigin/v2');

  app.use('*', async (c, next) => {
    const { pathname, search: query } = new URL(c.req.url);
    if (Buffer.byteLength(pathname + query) > parts.behaviour.limits.urlBytes) {
      return c.html('<html><head><title>414 Request-URI Too Large</title></head></html>', 414);
    }
    requireToken(c.req.raw, parts);
    if (c.env.concurrency > parts.behaviour.limits.concurrency) {
      throw tooMany('too many requests are under way at the same time', parts.behaviour.unknowns.retryAfter);
    }
    return next();
  });

  for (const endpoint of endpoints) {
    app.on(endpoint.method, endpoint.path, async (c) => respond(c, endpoint.handle(await callOf(c))));
    // No path of the API is good for two methods.
    app.all(endpoint.path, () => {
      throw new ApiError(400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one');
    });
  }
  app.notFound((c) =>
    respondWithError(
      c,
      new ApiError(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one'),
    ),
  );
  app.onError((error, c) => {
    if (error instanceof ApiError) return respondWithError(c, error);
    throw error;
  });

  async function callOf(c: Context<ApiEnv>) {
    const token = requireToken(c.req.raw, parts);
    const org = parts.world.org(token.grant.zgid);
    if (!org) throw new Error(`a token of an unknown org ${token.grant.zgid}`);
    return {
      parts,
      org,
      token,
      query: new URL(c.req.url).searchParams,
      path: c.req.param() as Record<string, string>,
      bodyText: await c.req.text(),
      requestNumber: c.env.requestNumber,
      fault: c.env.fault,
    };
  }

  function respond(c: Context<ApiEnv>, answer: Answer): Response {
    return answer === 'nothing'
      ? new Response(null, { status: 204, headers: headersFor(c) })
      : Response.json(answer.body, { status: answer.status, headers: headersFor(c) });
  }

  function respondWithError(c: Context<ApiEnv>, error: ApiError): Response {
    return Response.json(error.body(), {
      status: error.status,
      headers: { ...headersFor(c), ...error.headers },
    });
  }

  function headersFor(c: Context<ApiEnv>): Record<string, string> {
    const { limits, unknowns } = parts.behaviour;
    const headers: Record<string, string> = {
      server: 'ZGS',
      'content-type': 'application/json;charset=UTF-8',
      'content-language': 'en-US',
      'cache-control': 'no-store, no-cache, must-revalidate, private',
    };
    const token = tokenOf(c.req.raw, parts);
    if (!token) return headers;
    headers['x-accesstoken-reset'] = timeText(token.expiresAt);
    if (unknowns.creditsHeader) {
      const left = limits.creditsPerDay - parts.credits.spent(token.grant.zgid);
      headers['x-api-credits-remaining'] = String(Math.max(0, left));
    }
    return headers;
  }

  return app;
}
