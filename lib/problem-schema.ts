import * as z from '@/lib/zod';
import { recordOf } from '@/lib/schemas';
import type { Problem, ProblemCode } from './problem';

/**
 * A problem that was stored, maybe by another version of the extension: its code may be none of today's, and is then
 * told as something unexpected (`explainProblem`). Checked here, the worker would load the list of all codes for it.
 */
export const problemSchema = z.object({
  code: z.string() as z.Schema<string> as z.Schema<ProblemCode>,
  values: z.optional(recordOf(z.union([z.string(), z.number()]))),
}) satisfies z.Schema<Problem>;
