import type { Clock } from '@/lib/calls/clock';

/** Moments in a row after which what moves counts as moving for ever. */
const mostWakes = 20_000;

interface Sleeper {
  at: number;
  /** Those of one moment wake in the order in which they fell asleep. */
  order: number;
  wake: () => void;
}

/** Turns of the event loop in which nothing moves, after which it is held that nothing will. */
const quietTurns = 3;

/**
 * Time that passes only while everything rests: then the first sleeper wakes, at its moment. So works that wait for
 * each other and for time are interleaved as they would be, at once, and the same way for the same seed.
 * What takes turns of the event loop and no time (a database, an answer in this process) is told by `busy`.
 */
export class VirtualTime implements Clock {
  #now: number;
  readonly #random: () => number;
  readonly #sleepers = new Set<Sleeper>();
  #order = 0;
  #busy = 0;
  /** Counts everything that moves. */
  #moves = 0;

  /** `start` in milliseconds since 1970. */
  constructor({ start = Date.UTC(2026, 9, 10), seed = 1 }: { start?: number; seed?: number } = {}) {
    this.#now = start;
    this.#random = seededRandom(seed);
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.#random();
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.#moves++;
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        this.#moves++;
        resolve();
      };
      const sleeper = { at: this.#now + Math.max(0, milliseconds), order: this.#order++, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  }

  /** Work that takes no time: none passes until it is done. */
  async busy<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#moves++;
    }
  }

  /** Sleeps within work that takes no time but for this. */
  async sleepWithin(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.#busy--;
    try {
      await this.sleep(milliseconds, signal);
    } finally {
      this.#busy++;
    }
  }

  /** Lets time pass until nobody sleeps any more, or until the given moment. */
  async pass(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (let wakes = 0; ; wakes++) {
      await this.#rest();
      const next = this.#first();
      if (!next || next.at > until) break;
      if (wakes === mostWakes) throw new Error('time passes, and nothing comes to an end');
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    if (Number.isFinite(until)) this.#now = Math.max(this.#now, until);
  }

  /** Until everything rests. */
  async #rest(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet++) {
      const moves = this.#moves;
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#busy > 0 || this.#moves !== moves) quiet = -1;
    }
  }

  #first(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (!first || sleeper.at < first.at || (sleeper.at === first.at && sleeper.order < first.order)) {
        first = sleeper;
      }
    }
    return first;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
