import * as z from '@/lib/zod';
import { recordOf } from '@/lib/schemas';
import { problemCodes, type Problem } from './problem';

/** Apart from the problems themselves, so that a page which only tells them stays light. */
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  values: z.optional(recordOf(z.union([z.string(), z.number()]))),
}) satisfies z.Schema<Problem>;
