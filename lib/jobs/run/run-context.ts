import type { Calls } from '@/lib/calls/calls';
import type { Clock } from '@/lib/calls/clock';
import { readMayPass, withRetries } from '@/lib/calls/retry';
import type { ReadOptions } from '@/lib/preview/read-tags';
import type { Journal } from '../journal/journal';

/** What a run works with, and on. */
export interface RunContext {
  journal: Journal;
  calls: Calls;
  clock: Clock;
  /** Records in a call: at first where nothing is known of the account, and at most. */
  batchLimits: { start: number; ceiling: number };
  /** Batches that are worked on at once, and so in memory: under way, being made ready, or being recorded. */
  lanes: number;
  /** Aborted when nothing more may be changed: the user cancelled or paused. */
  stop: AbortSignal;
}

/**
 * How a run reads tags. Reading has no effect, so that it is done after a stop too, where the account needs it;
 * only what is read for changes still to come ends with the stop.
 */
export function readOptions({ calls, clock }: RunContext, stop?: AbortSignal): ReadOptions {
  const { pace, lessons } = calls;
  return {
    attempt: (call) => withRetries(call, { clock, pace, mayPass: readMayPass, signal: stop }),
    goOn: () => !stop?.aborted,
    lessons,
  };
}
