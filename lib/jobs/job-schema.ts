import * as z from '@/lib/zod';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { problemSchema } from '@/lib/problem-schema';
import { lengthOf, orElse, wholeNumber } from '@/lib/schemas';

/* Apart from the types, so that a page which only shows what the worker has parsed stays light. */

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['removal', 'undo']),
  connectionId: z.string(),
  dataCenter: z.enum(dataCenterIds),
  org: z.string(),
  module: z.enum(moduleNames),
  /** The tags that were chosen. */
  tagNames: z.array(z.string(), lengthOf(1)),
  /** Where it was asked for, so that a reopened popup finds it again. */
  tabId: wholeNumber(),
  selectionKey: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /**
   * `cancelling`: the user cancelled, and the calls that are under way are waited for.
   * `paused`: by the user. `waiting`: for what time, a sign-in or a permission of the browser's mends (`problem`); it goes on by itself.
   * `stopped`: something that only the user can mend came up (`problem`); it can be continued.
   */
  state: z.enum(['running', 'cancelling', 'paused', 'waiting', 'finished', 'cancelled', 'stopped']),
  /** Of a job that runs: what it waited for the last time. */
  problem: z.optional(problemSchema),
  /** When its turn came; until then it is queued behind other jobs of its connection. In milliseconds since 1970. */
  startedAt: z.optional(z.number()),
  /**
   * When a waiting job goes on; without it, once the user has signed in or allowed a host. Of one that is paused or over:
   * when it is asked again what became of its records, where that could not be read. In milliseconds since 1970.
   */
  resumeAt: z.optional(z.number()),
  /** How often in a row it has waited without getting any further; of waits for something else, four count at most. */
  waits: z.optional(wholeNumber()),
  /** When it last ceased to run, in milliseconds since 1970. */
  endedAt: z.optional(z.number()),
  /** The removal that this job takes back. */
  undoOf: z.optional(z.string()),
  /** The job that took this one back. */
  undoneBy: z.optional(z.string()),
  /** The user has seen the result and went on. */
  dismissed: z.boolean(),
  /** When the user last saw how the job stood while it did not run, in milliseconds since 1970. */
  seenAt: z.optional(z.number()),
  /** Asked for in passing, where no page of ours shows what becomes of it: its end is told in any case. */
  inPassing: z.optional(z.boolean()),
  /** The user asked to be told when it is done, however soon that is. */
  tellEnd: z.optional(z.boolean()),
});

export const outcomeSchema = z.union([
  /** `changed`: the tags that came off (or on, in an undo) by this job; none where it had nothing to change. */
  z.object({ kind: z.enum(['done']), changed: z.array(z.string()) }),
  /** `code` and `message`: Bigin's, such as `INVALID_DATA`. */
  z.object({ kind: z.enum(['failed']), code: z.string(), message: z.optional(z.string()) }),
  /**
   * A call was made and Bigin did not say what became of this record; settled by reading it. `told`: the
   * `details.tags` of an answer that leaves it in doubt. `refused`: why it failed, if it turns out unchanged.
   */
  z.object({
    kind: z.enum(['unknown']),
    told: z.optional(z.array(z.string())),
    refused: z.optional(z.object({ code: z.string(), message: z.optional(z.string()) })),
  }),
]);

export const batchSchema = z.object({
  jobId: z.string(),
  index: wholeNumber(),
  tagNames: z.array(z.string(), lengthOf(1)),
  /** A record stands in one batch of a wave at most; a wave begins when the one before has ended. */
  wave: orElse(wholeNumber(), 0),
  /** `sent`: written before the call is made, so a batch that was under way when the worker died is known. */
  state: z.enum(['planned', 'sent', 'settled']),
  /** When the records' tags were read, in milliseconds since 1970. */
  readAt: orElse(z.number(), 0),
  records: z.array(
    z.object({
      id: z.string(),
      /** The tags before the job. */
      tags: z.array(z.string()),
      outcome: z.optional(outcomeSchema),
      /** Tags that an earlier call of the job took off (or put on), where it did not do all that was wanted. */
      earlier: z.optional(z.array(z.string())),
      /** The tags afterwards, where Bigin has told them. */
      after: z.optional(z.array(z.string())),
      /** Stands in an earlier wave too, and is counted there. */
      again: z.optional(z.boolean()),
    }),
  ),
});
