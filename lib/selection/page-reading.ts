import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';

/** The layers that a page is read in, the most certain first. */
export const readingSources = ['crux-list', 'markup', 'url'] as const;

export type ReadingSource = (typeof readingSources)[number];

/** What one reading of a page found: the content script's answer. */
export interface PageReading {
  url: string;
  module?: ModuleName;
  /** Records that are ticked, or the one that the URL names. */
  ids: RecordId[];
  source: ReadingSource;
  /** How many records the page itself says are selected. */
  pageCount?: number;
}

/** What a layer found; `undefined` where the page is not of its kind. */
export type LayerReading = Omit<PageReading, 'url' | 'source'> | undefined;
