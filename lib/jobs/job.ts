import * as z from 'zod/mini';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { problemSchema } from '@/lib/problem';

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['removal', 'undo']),
  connectionId: z.string(),
  dataCenter: z.enum(dataCenterIds),
  org: z.string(),
  module: z.enum(moduleNames),
  /** The tags that were chosen. */
  tagNames: z.array(z.string()).check(z.minLength(1)),
  /** Where it was asked for, so that a reopened popup finds it again. */
  tabId: z.int(),
  selectionKey: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /**
   * `stopped`: something that only the user can mend came up (`problem`); it can be continued.
   * `cancelling`: the user cancelled, and the call that is under way is waited for.
   */
  state: z.enum(['running', 'cancelling', 'finished', 'cancelled', 'stopped']),
  problem: z.optional(problemSchema),
  /** When the records' tags were read for this job, just before it began; in milliseconds since 1970. */
  tagsReadAt: z.optional(z.number()),
  /** In milliseconds since 1970. */
  endedAt: z.optional(z.number()),
  /** The removal that this job takes back. */
  undoOf: z.optional(z.string()),
  /** The job that took this one back. */
  undoneBy: z.optional(z.string()),
  /** The user has seen the result and went on. */
  dismissed: z.boolean(),
});

/** One removal of tags, or the undo of one. What became of each record is in its batches. */
export type Job = z.infer<typeof jobSchema>;

const outcomeSchema = z.discriminatedUnion('kind', [
  /** `changed`: the tags that came off (or on, in an undo) by this job; none where it had nothing to change. */
  z.object({ kind: z.literal('done'), changed: z.array(z.string()) }),
  /** `code`: Bigin's, such as `INVALID_DATA`. */
  z.object({ kind: z.literal('failed'), code: z.string() }),
  /** A call was made and Bigin did not say what became of this record; settled by reading it. */
  z.object({ kind: z.literal('unknown') }),
]);

export type Outcome = z.infer<typeof outcomeSchema>;

export const batchSchema = z.object({
  jobId: z.string(),
  index: z.int(),
  tagNames: z.array(z.string()).check(z.minLength(1)),
  /** `sent`: written before the call is made, so a batch that was under way when the worker died is known. */
  state: z.enum(['planned', 'sent', 'settled']),
  records: z.array(
    z.object({
      id: z.string(),
      /** The tags before the job. */
      tags: z.array(z.string()),
      outcome: z.optional(outcomeSchema),
    }),
  ),
});

/** The records of one call of a job, and what became of each. */
export type Batch = z.infer<typeof batchSchema>;

export type BatchRecord = Batch['records'][number];

export function isUnfinished({ state }: Job): boolean {
  return state === 'running' || state === 'cancelling';
}
