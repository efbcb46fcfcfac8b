import type { Tally } from './tally';

/** One of the things that must hold before a change goes in. */
export interface Gate {
  name: string;
  /** Shows what it finds, and counts it. Throws where it cannot be run, which counts as a failure. */
  run: () => Tally | Promise<Tally>;
}
