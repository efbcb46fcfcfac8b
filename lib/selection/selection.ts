import * as z from 'zod/mini';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { isRecordId } from '@/lib/bigin/record-id';
import { ProblemError } from '@/lib/problem';
import { readingSources, type PageReading } from './page-reading';

const recordIdSchema = z.string().check(z.refine(isRecordId));

/** The most records that one selection holds; what a page claims beyond is refused, not worked through. */
export const selectionLimit = 100_000;

export const selectionSchema = z.object({
  dataCenter: z.enum(dataCenterIds),
  /** `org` and digits. */
  org: z.string().check(z.regex(/^org\d+$/)),
  module: z.enum(moduleNames),
  /** The chosen records, each once; at least one. */
  ids: z.array(recordIdSchema).check(z.minLength(1), z.maxLength(selectionLimit)),
  source: z.enum([...readingSources, 'link']),
  /** How many records the page itself says are selected, where it says so. */
  pageCount: z.optional(z.int()),
  /** How many of those could not be read. */
  shortfall: z.int(),
});

/** What the user chose, and how far that can be trusted. */
export type Selection = z.infer<typeof selectionSchema>;

/** What a content script answers. It runs beside a page that could be anything, so it is parsed. */
export const pageReadingSchema = z.object({
  url: z.string(),
  module: z.optional(z.enum(moduleNames)),
  ids: z.array(recordIdSchema).check(z.maxLength(selectionLimit)),
  source: z.enum(readingSources),
  pageCount: z.optional(z.int().check(z.gte(0))),
});

/** What the page's list components answer: untrusted, and cut to what is of the right kind. */
export const componentListsSchema = z.array(
  z.object({ module: z.string(), ids: z.array(z.string()).check(z.maxLength(selectionLimit)) }),
);

/**
 * The selection that a reading amounts to.
 * Throws a `ProblemError` where there is none that could be acted on.
 */
export function selectionOf(reading: PageReading): Selection {
  const page = parsePageUrl(reading.url);
  if (!page) throw new ProblemError('notBigin');
  const ids = [...new Set(reading.ids)];
  const shortfall = Math.max(0, (reading.pageCount ?? 0) - ids.length);
  if (ids.length === 0) {
    if (shortfall > 0) throw new ProblemError('selectionUnreadable', { count: shortfall });
    throw new ProblemError('nothingSelected');
  }
  const module = reading.module ?? page.module;
  if (!module) throw new ProblemError('moduleUnknown');
  const { dataCenter, org } = page;
  const { source, pageCount } = reading;
  return { dataCenter, org, module, ids, source, ...(pageCount !== undefined && { pageCount }), shortfall };
}

/** The selection of the one record that a link names; throws where it names none. */
export function selectionOfLink(url: string): Selection {
  const page = parsePageUrl(url);
  if (!page) throw new ProblemError('notBigin');
  if (!page.module || !page.recordId) throw new ProblemError('nothingSelected');
  const { dataCenter, org, module, recordId } = page;
  return { dataCenter, org, module, ids: [recordId], source: 'link', shortfall: 0 };
}
