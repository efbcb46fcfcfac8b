import * as z from '@/lib/zod';
import { moduleNames } from '@/lib/bigin/modules';
import { isRecordId } from '@/lib/bigin/record-id';
import { lengthOf, wholeNumber } from '@/lib/schemas';
import { readingSources, selectionLimit } from './page-reading';

/* Apart from the types, so that the content script, which parses nothing, stays light. */

const count = wholeNumber(0);
export const recordIdSchema = z.string(z.refine(isRecordId));
export const modulesSchema = z.array(z.enum(moduleNames), lengthOf(1, moduleNames.length));

export const doubtsSchema = z.object({
  pageCount: z.optional(count),
  shortfall: count,
  excess: count,
  unchecked: count,
  beside: count,
});

export const pageViewSchema = z.object({
  isCertain: z.boolean(),
  modules: modulesSchema,
  cvid: z.optional(recordIdSchema),
  count: wholeNumber(1),
});

/** What a content script answers. It runs beside a page that could be anything, so it is parsed. */
export const pageReadingSchema = z.extend(doubtsSchema, {
  url: z.string(),
  parts: z.array(
    z.object({
      source: z.enum(readingSources),
      modules: modulesSchema,
      ids: z.array(recordIdSchema, lengthOf(0, selectionLimit)),
    }),
    lengthOf(0, 1000),
    z.refine((parts) => parts.reduce((sum, { ids }) => sum + ids.length, 0) <= selectionLimit),
  ),
  view: z.optional(pageViewSchema),
});

/** What a page's list component says: untrusted, cut to what is of the right kind. */
export const componentListsSchema = z.array(
  z.object({ module: z.string(), ids: z.array(z.string(), lengthOf(0, selectionLimit)) }),
  lengthOf(0, 1000),
);
