import * as z from '@/lib/zod';
import { recordOf, wholeNumber } from '@/lib/schemas';

/** Names of the ways of reading the tags of given records: see `tagReaders`. */
const readerNames = ['coql-200', 'ids', 'coql-50', 'single'] as const;

export const learntSchema = z.object({
  connectionId: z.string(),
  /** The way of reading tags that this account takes with the fewest calls, in each module that was read. */
  readers: z.optional(recordOf(z.enum(readerNames))),
  /** Calls at once that Bigin took without a 429. */
  concurrency: z.optional(wholeNumber(1)),
  /** Records in a change that it took, where it has refused more. */
  batchSize: z.optional(wholeNumber(1)),
  /** Whether `details.tags` of a change's answer are the tags afterwards, or something else. */
  detailsTags: z.optional(z.enum(['after', 'other'])),
  /** Whether removing a tag leaves one alone that differs from it by letter case alone. */
  caseCounts: z.optional(z.boolean()),
  /** The form of add_tags for many records that it takes. */
  addTagsForm: z.optional(z.enum(['query', 'body'])),
});

/** What was found out of a connection's account that the documentation leaves open: learnt once, then gone by. */
export type Learnt = z.infer<typeof learntSchema>;

/** What is known of one connection, and where to note what is learnt. */
export interface Lessons {
  readonly known: Readonly<Partial<Learnt>>;
  learn(lesson: Partial<Learnt>): void;
}

/** Lessons that are kept nowhere. */
export function passingLessons(known: Partial<Learnt> = {}): Lessons {
  const lessons = { ...known };
  return { known: lessons, learn: (lesson) => void Object.assign(lessons, lesson) };
}
