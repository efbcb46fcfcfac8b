import { dataCenterIds, dataCenters } from '../lib/bigin/data-centers';

/** Zoho's servers, all that our pages and the worker ever ask; what a page of Bigin's loads is its own affair. */
const servers = dataCenterIds.flatMap((id) => [dataCenters[id].accountsServer, dataCenters[id].apiDomain]);

/**
 * What pages of ours and the worker may load and reach: their own files, and Zoho's servers. Whatever else a
 * dependency might try (to phone home, to run text as a program, to put a page of ours into a frame) is refused by
 * the browser. Styles that React sets are set on elements, not written as attributes, and need no exception.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // The sentences are files of ours.
  `connect-src 'self' ${servers.join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
