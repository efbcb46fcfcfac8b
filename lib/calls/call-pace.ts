import { BiginError } from '@/lib/bigin/errors/bigin-error';
import type { Lessons } from '@/lib/learnt/learnt';
import type { Clock } from './clock';

export interface PaceLimits {
  /** Calls at once to begin with, where nothing is known of the account. */
  start: number;
  /** Calls at once at most. */
  ceiling: number;
}

/** A call; it may say that its answer has arrived before it has understood it. */
export type PacedCall<T> = (onArrived: () => void) => Promise<T>;

/** Successful calls after which one more at once is tried than Bigin has refused; twice as many after each vain try. */
const firstProbeAfter = 100;

/** Longest `Retry-After`, in milliseconds, that calls wait for in their place: those who wait longer come back. */
export const longestStay = 20_000;

/**
 * How many calls of one connection are under way at once. It begins low and grows by one with each success; a 429
 * halves it, tells how many are too many, and holds all calls for as long as `Retry-After` asks. Bigin's own
 * limits are not published (source: api-limits documentation), so what was learnt of them is kept.
 */
export class CallPace {
  readonly #clock: Clock;
  readonly #lessons: Lessons;
  #most: number;
  #width: number;
  /** Calls under way, and what lets in those that wait for room, in the order in which they came. */
  #underWay = 0;
  readonly #waiting: (() => void)[] = [];
  /** Calls at once that were taken so far, or that are not known to be too many. */
  #ceiling: number;
  #hasMet429 = false;
  #probeAfter = firstProbeAfter;
  #successes = 0;
  /** Counts the 429s that were heeded: calls that began before one tell nothing new. */
  #round = 0;
  #heldUntil = 0;

  constructor(clock: Clock, lessons: Lessons, { start, ceiling }: PaceLimits) {
    this.#clock = clock;
    this.#lessons = lessons;
    this.#most = ceiling;
    this.#ceiling = ceiling;
    this.#width = Math.min(ceiling, lessons.known.concurrency ?? start);
  }

  /** Calls at once that are allowed just now. */
  get width(): number {
    return this.#width;
  }

  /** From now on so many calls at once at most. */
  limitTo(ceiling: number): void {
    this.#most = ceiling;
    this.#ceiling = this.#hasMet429 ? Math.min(this.#ceiling, ceiling) : ceiling;
    this.#width = Math.min(this.#width, ceiling);
  }

  /** Makes a call once there is room for it; what it throws is thrown. */
  async run<T>(call: PacedCall<T>): Promise<T> {
    await this.#enter();
    try {
      const { made } = await this.#make(call);
      return made;
    } finally {
      this.#underWay--;
      this.#letIn();
    }
  }

  /** Resolves once there is room for a call, which is then one of those under way. */
  #enter(): Promise<void> {
    const entered = new Promise<void>((letIn) => this.#waiting.push(letIn));
    this.#letIn();
    return entered;
  }

  #letIn(): void {
    while (this.#underWay < this.#width && this.#waiting.length > 0) {
      this.#underWay++;
      this.#waiting.shift()?.();
    }
  }

  /** Resolves once the next call may be made: what this one brings may still have to be understood. */
  async #make<T>(call: PacedCall<T>): Promise<{ made: Promise<T> }> {
    await this.#sitOut();
    const round = this.#round;
    const atOnce = this.#underWay;
    return new Promise((free) => {
      let hasArrived = () => {};
      const arrived = new Promise<void>((resolve) => (hasArrived = resolve));
      const made = call(hasArrived).then(
        (result) => {
          this.#grow();
          return result;
        },
        (error: unknown) => {
          if (isTooMany(error)) this.#shrink(round, atOnce, error.retryAfter);
          throw error;
        },
      );
      const end = () => free({ made });
      Promise.race([arrived, made]).then(end, end);
    });
  }

  /** Waits as long as Bigin has asked for; throws where that is longer than calls stay for. */
  async #sitOut(): Promise<void> {
    for (let hold = this.#hold(); hold > 0; hold = this.#hold()) {
      if (hold > longestStay) {
        throw new BiginError({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: hold });
      }
      await this.#clock.sleep(hold);
    }
  }

  #hold(): number {
    return this.#heldUntil - this.#clock.now();
  }

  #grow(): void {
    this.#successes++;
    if (this.#hasMet429 && this.#successes % this.#probeAfter === 0) {
      this.#ceiling = Math.min(this.#most, this.#ceiling + 1);
    }
    const isTime = !this.#hasMet429 || this.#successes % this.width === 0;
    if (isTime && this.width < this.#ceiling) this.#setWidth(this.width + 1);
  }

  #shrink(round: number, atOnce: number, retryAfter = 0): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + retryAfter);
    if (round !== this.#round) return;
    this.#round++;
    if (this.#hasMet429) this.#probeAfter *= 2;
    this.#hasMet429 = true;
    this.#successes = 0;
    this.#ceiling = Math.max(1, Math.min(this.#ceiling, atOnce - 1));
    this.#setWidth(Math.max(1, Math.min(this.#ceiling, Math.floor(this.width / 2))));
  }

  #setWidth(width: number): void {
    this.#width = width;
    this.#letIn();
    this.#lessons.learn({ concurrency: width });
  }
}

/** Too many calls at once, or in a short time; where the day's credits are spent, fewer at once are no help. */
function isTooMany(error: unknown): error is BiginError {
  return error instanceof BiginError && error.status === 429 && !error.creditsSpent;
}
