import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';

/** The layers that a page is read in, the most certain first. */
export const readingSources = ['component', 'list', 'markup', 'url'] as const;

export type ReadingSource = (typeof readingSources)[number];

/** The most records that one selection holds; what a page claims beyond is refused, not worked through. */
export const selectionLimit = 100_000;

/** Records that one layer found in one list. */
export interface ReadingPart {
  source: ReadingSource;
  /** The modules that the records can be of: one where the page names it, else those that are still possible. */
  modules: readonly ModuleName[];
  ids: RecordId[];
}

/** How far a reading can be trusted. */
export interface Doubts {
  /** How many records the page itself says are selected, over all its lists; where it says so. */
  pageCount?: number | undefined;
  /** How many selected records could not be read. */
  shortfall: number;
  /** How many more records were read than the page says are selected. */
  excess: number;
  /** Records that only the list's component tells of, on a page without a count to check that by. */
  unchecked: number;
  /** Records ticked in lists beside the one record that the page is about; they are not part of the selection. */
  beside: number;
}

/** A view all of whose records are selected, or may be; their ids do not stand in the page. */
export interface PageView {
  /** Whether the page marks it so; else every row that is drawn is ticked, and more are selected than were read. */
  isCertain: boolean;
  modules: readonly ModuleName[];
  /** The custom view's id, where the page tells it. */
  cvid?: string | undefined;
  /** How many records the page says are selected. */
  count: number;
}

/** What a layer found. */
export interface LayerReading extends Doubts {
  parts: ReadingPart[];
  view?: PageView | undefined;
}

/** What one reading of a page found: the content script's answer. */
export interface PageReading extends LayerReading {
  url: string;
}

export const noDoubts: Doubts = { shortfall: 0, excess: 0, unchecked: 0, beside: 0 };
