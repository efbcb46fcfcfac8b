import * as z from '@/lib/zod';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { lengthOf, orgSchema, wholeNumber } from '@/lib/schemas';
import { selectionLimit } from './page-reading';
import { doubtsSchema, modulesSchema, pageViewSchema, recordIdSchema } from './page-reading-schema';
import { selectionSources } from './selection';

/* Apart from the types, so that a page which only shows what the worker has parsed stays light. */

export const selectionSchema = z.object({
  dataCenter: z.enum(dataCenterIds),
  org: orgSchema,
  module: z.enum(moduleNames),
  /** The chosen records, each once; at least one. */
  ids: z.array(recordIdSchema, lengthOf(1, selectionLimit)),
  /** Where they come from. */
  sources: z.array(z.enum(selectionSources)),
});

export const givenSchema = z.union([
  z.object({ kind: z.enum(['pasted']) }),
  z.object({ kind: z.enum(['view']) }),
  /** All records of a module that carry one of these tags. */
  z.object({ kind: z.enum(['tag']), tagNames: z.array(z.string()) }),
]);

export const selectionsSchema = z.extend(doubtsSchema, {
  dataCenter: z.enum(dataCenterIds),
  org: orgSchema,
  /** A selection a module, in the order of the page. */
  byModule: z.array(selectionSchema),
  /** Records of which only the API can tell which of these modules they are of. */
  unplaced: z.array(
    z.object({
      modules: modulesSchema,
      source: z.enum(selectionSources),
      ids: z.array(recordIdSchema, lengthOf(1, selectionLimit)),
    }),
  ),
  /** Records that the API does not have, or does not show to this user. */
  missing: wholeNumber(0),
  view: z.optional(pageViewSchema),
  given: z.optional(givenSchema),
});
