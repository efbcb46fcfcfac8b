import type { Clock } from '@/lib/calls/clock';
import { changeMayPass, type Retrying } from '@/lib/calls/retry';

/** How calls are made again, with no limit on how many are under way at once. */
export function retrying(clock: Clock, wish: Partial<Retrying> = {}): Retrying {
  return { clock, pace: { run: (call) => call(() => {}) }, mayPass: changeMayPass, ...wish };
}
