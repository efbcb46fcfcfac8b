import type { Fault, Limits, Unknowns } from '../../../fake-bigin/index';
import type { RunSettings } from '@/lib/settings/run-settings';

/** Everything that happens around a removal and its undo, but for what the product does. */
export interface Schedule {
  /** Draws latencies, pauses, and which calls of a worker that dies arrive. */
  seed: number;
  /** The records of the module, so many times over. */
  records: { tags: string[]; isSelected: boolean }[];
  copies: number;
  chosen: string[];
  unknowns: Partial<Unknowns>;
  limits: Partial<Limits>;
  settings: Pick<RunSettings, 'batchStart' | 'batchCeiling' | 'concurrencyStart' | 'concurrencyCeiling'>;
  /** Milliseconds that a call is on its way to Bigin, and its answer back, on average. */
  latency: number;
  /** Milliseconds between the preview and the job, and what others do meanwhile. */
  previewAge: number;
  beforehand: OthersChange[];
  removal: Course;
  /** The user tries what failed again. */
  retries: boolean;
  /** What others do when the removal is over; then the user takes it back. */
  between: OthersChange[];
  undo: Course;
}

/** What happens while a job runs. Times are milliseconds since it was asked for. */
export interface Course {
  faults: ModelFault[];
  others: (OthersChange & { at: number })[];
  stops: Stop[];
  /** How the first worker ends, the second, and so on; the one after the last lives on. */
  crashes: Crash[];
}

/** What someone else at work in Bigin does to a record, by its number. */
export type OthersChange =
  | { record: number; does: 'delete' | 'lock' }
  | { record: number; does: 'add' | 'remove'; tag: string };

export type Stop =
  | { at: number; does: 'cancel' }
  | { at: number; does: 'pause'; /** Milliseconds */ goesOnAfter: number };

export interface Crash {
  /**
   * Just before or just after so many writes to the journal were stored, or when so many calls were begun. What the
   * worker does from then on has no effect, and nothing comes back to it.
   */
  at: { write: number; side: 'before' | 'after' } | { call: number };
  /** Milliseconds until the next worker starts. */
  down: number;
}

export interface ModelFault {
  on: 'changes' | 'readings' | 'calls';
  after: number;
  times: number;
  what:
    | Exclude<Fault['what'], { kind: 'records' | 'delay' }>
    | { kind: 'record'; record: number; code: string };
}

/** The records one by one. */
export function recordsOf({ records, copies }: Schedule): Schedule['records'] {
  return Array.from({ length: copies }, () => records).flat();
}

/** Whether a tag is a chosen one, or may pass for one where letter case does not count. */
export function isLikeChosen({ chosen }: Schedule, tag: string): boolean {
  return chosen.some((name) => name.toLowerCase() === tag.toLowerCase());
}

/** Bytes of a URL, as the shortest limit drawn: too few for some calls about a single record. */
export const shortestUrl = 600;
