import * as z from '@/lib/zod';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { selectionLimit } from '@/lib/selection/page-reading';
import { recordIdSchema } from '@/lib/selection/page-reading-schema';
import type { Problem } from '@/lib/problem';
import { lengthOf, orgSchema, wholeNumber } from '@/lib/schemas';

export const gatherRequestSchema = z.object({
  dataCenter: z.enum(dataCenterIds),
  org: orgSchema,
  module: z.enum(moduleNames),
  what: z.union([
    /** All records of a custom view. */
    z.object({
      kind: z.enum(['view']),
      cvid: recordIdSchema,
      /** How many the page says are selected, and whether it marks them as the whole view. */
      count: wholeNumber(1),
      isCertain: z.boolean(),
      /** Records that the page shows ticked: the view must have them. */
      ticked: z.array(recordIdSchema, lengthOf(0, selectionLimit)),
    }),
    /** All records of the module that carry one of the tags. */
    z.object({ kind: z.enum(['tag']), tagNames: z.array(z.string(), lengthOf(1)) }),
  ]),
});

/** Records that the user asked for, to be read through the API. */
export type GatherRequest = z.infer<typeof gatherRequestSchema>;

/** How a reading stands. */
export interface Gathering {
  request: GatherRequest;
  /** Records read so far, and those of them that are meant. */
  read: number;
  kept: number;
  /** Why it ended, where it failed. */
  problem?: Problem;
}
