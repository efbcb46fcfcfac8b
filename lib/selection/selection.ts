import type * as z from '@/lib/zod';
import { readingSources } from './page-reading';
import type { givenSchema, selectionSchema, selectionsSchema } from './selection-schema';

/** Where selected records come from: a layer of the page, a link, or what the user gave. */
export const selectionSources = [...readingSources, 'link', 'pasted', 'view', 'tag'] as const;

export type SelectionSource = (typeof selectionSources)[number];

const givenSources: ReadonlySet<SelectionSource> = new Set(['pasted', 'view', 'tag']);

/** Chosen records of one module: what a preview reads and a job acts on. */
export type Selection = z.infer<typeof selectionSchema>;

/** Whether the user gave these records, rather than ticking them in the page. */
export function isGiven({ sources }: Selection): boolean {
  return sources.some((source) => givenSources.has(source));
}

/** What the user gave in place of the page's selection. */
export type Given = z.infer<typeof givenSchema>;

/** All that the user chose, and how far that can be trusted. */
export type Selections = z.infer<typeof selectionsSchema>;

/** Records whose module is open. */
export type Unplaced = Selections['unplaced'][number];

/** How many records are selected. */
export function recordCount({ byModule, unplaced }: Selections): number {
  return [...byModule, ...unplaced].reduce((sum, { ids }) => sum + ids.length, 0);
}
