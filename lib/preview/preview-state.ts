import type { Problem } from '@/lib/problem';
import type { PreviewSummary } from './preview';

/** How the preview of a selection stands. */
export interface PreviewState {
  /** Names the preview: the same connection and records have the same. */
  id: string;
  /** Of all selected records: what a removal acts on. While they are read anew, as they were read before. */
  summary?: PreviewSummary;
  reading?: PreviewReading;
  /** The user cancelled the last reading. */
  isCancelled?: boolean;
  /** Why the last reading failed. */
  problem?: Problem;
}

/** How far a reading is. */
export interface PreviewReading {
  /** Records asked for so far, of all that are selected. */
  read: number;
  total: number;
  /** Calls that all of it takes, as far as that is known. */
  calls: number;
  /** The tags found so far: too early to act on. Only where there is no summary yet. */
  found?: PreviewSummary;
}
