import type { Tally } from './tally';

/** One of the things that must hold before a change goes in. */
export interface Gate {
  name: string;
  /** Shows what it finds, and counts it. Never throws. */
  run: () => Tally | Promise<Tally>;
}
