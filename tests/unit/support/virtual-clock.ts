import type { Clock } from '@/lib/jobs/run/retry';

export interface VirtualClock extends Clock {
  /** Milliseconds of every pause that was made. */
  readonly pauses: number[];
  /** What happens during a pause. */
  onSleep: () => Promise<void>;
}

/** Time that passes at once, and chance that always draws the longest pause. */
export function virtualClock(start = Date.UTC(2026, 9, 10)): VirtualClock {
  let now = start;
  const pauses: number[] = [];
  return {
    pauses,
    onSleep: () => Promise.resolve(),
    now: () => now,
    sleep(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
      return this.onSleep();
    },
    random: () => 1,
  };
}
