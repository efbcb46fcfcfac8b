import type { Clock } from '@/lib/calls/clock';

export interface VirtualClock extends Clock {
  /** Milliseconds of every pause that was made. */
  readonly pauses: number[];
  /** Time that nobody waits for goes by. */
  pass(milliseconds: number): void;
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
    pass: (milliseconds) => void (now += milliseconds),
    sleep(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
      return this.onSleep();
    },
    random: () => 1,
  };
}
