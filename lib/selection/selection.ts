import * as z from 'zod/mini';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { readingSources, selectionLimit } from './page-reading';
import { doubtsSchema, modulesSchema, pageViewSchema, recordIdSchema } from './page-reading-schema';

/** Where selected records come from: a layer of the page, a link, or what the user gave. */
export const selectionSources = [...readingSources, 'link', 'pasted', 'view', 'tag'] as const;

export type SelectionSource = (typeof selectionSources)[number];

const givenSources: ReadonlySet<SelectionSource> = new Set(['pasted', 'view', 'tag']);

export const selectionSchema = z.object({
  dataCenter: z.enum(dataCenterIds),
  /** `org` and digits. */
  org: z.string().check(z.regex(/^org\d+$/)),
  module: z.enum(moduleNames),
  /** The chosen records, each once; at least one. */
  ids: z.array(recordIdSchema).check(z.minLength(1), z.maxLength(selectionLimit)),
  /** Where they come from. */
  sources: z.array(z.enum(selectionSources)),
});

/** Chosen records of one module: what a preview reads and a job acts on. */
export type Selection = z.infer<typeof selectionSchema>;

/** Whether the user gave these records, rather than ticking them in the page. */
export function isGiven({ sources }: Selection): boolean {
  return sources.some((source) => givenSources.has(source));
}

/** What the user gave in place of the page's selection. */
export const givenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pasted') }),
  z.object({ kind: z.literal('view') }),
  /** All records of a module that carry one of these tags. */
  z.object({ kind: z.literal('tag'), tagNames: z.array(z.string()) }),
]);

export type Given = z.infer<typeof givenSchema>;

export const selectionsSchema = z.extend(doubtsSchema, {
  dataCenter: z.enum(dataCenterIds),
  org: z.string().check(z.regex(/^org\d+$/)),
  /** A selection a module, in the order of the page. */
  byModule: z.array(selectionSchema),
  /** Records of which only the API can tell which of these modules they are of. */
  unplaced: z.array(
    z.object({
      modules: modulesSchema,
      source: z.enum(selectionSources),
      ids: z.array(recordIdSchema).check(z.minLength(1), z.maxLength(selectionLimit)),
    }),
  ),
  /** Records that the API does not have, or does not show to this user. */
  missing: z.int().check(z.gte(0)),
  view: z.optional(pageViewSchema),
  given: z.optional(givenSchema),
});

/** All that the user chose, and how far that can be trusted. */
export type Selections = z.infer<typeof selectionsSchema>;

/** Records whose module is open. */
export type Unplaced = Selections['unplaced'][number];

/** How many records are selected. */
export function recordCount({ byModule, unplaced }: Selections): number {
  return [...byModule, ...unplaced].reduce((sum, { ids }) => sum + ids.length, 0);
}
