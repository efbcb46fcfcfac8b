import type { Lessons } from '@/lib/learnt/learnt';

/**
 * How many records a call may hold. Where a gateway or Bigin refuses a size, half of it is tried, by one call alone:
 * the others wait for what becomes of it, so that one limit is not run into many times. A size that was found is
 * kept for the connection.
 */
export class BatchSize {
  readonly #lessons: Lessons;
  #ceiling: number;
  #most: number;
  #trial: Promise<void> | undefined;
  #endTrial: () => void = () => {};
  #isOnTrial = false;

  constructor(lessons: Lessons, { start, ceiling }: { start: number; ceiling: number }) {
    this.#lessons = lessons;
    this.#ceiling = Math.min(ceiling, lessons.known.batchSize ?? ceiling);
    this.#most = Math.min(start, this.#ceiling);
  }

  /** Most records in a call, as far as is known. */
  get most(): number {
    return this.#most;
  }

  /** Resolves when a call may be made: at once, or when the one that tries a smaller size has come back. */
  async turn(): Promise<void> {
    while (this.#trial) await this.#trial;
    if (!this.#isOnTrial) return;
    this.#trial = new Promise((resolve) => {
      this.#endTrial = () => {
        this.#trial = undefined;
        resolve();
      };
    });
  }

  /** A call of so many records was refused for its size. */
  refused(count: number): void {
    this.#ceiling = Math.max(1, Math.min(this.#ceiling, Math.ceil(count / 2)));
    this.#most = Math.min(this.#most, this.#ceiling);
    this.#isOnTrial = true;
    this.#endTrial();
  }

  /** A call of so many records was taken. */
  accepted(count: number): void {
    // A smaller call says nothing of the size that is tried.
    if (count < this.#most) return this.undecided();
    if (this.#isOnTrial) this.#lessons.learn({ batchSize: this.#most });
    this.#isOnTrial = false;
    this.#endTrial();
    this.#most = Math.min(this.#ceiling, this.#most * 2);
  }

  /** A call came to nothing that says anything of its size. */
  undecided(): void {
    this.#endTrial();
  }
}
