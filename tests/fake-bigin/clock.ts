/** The fake's time: everything that expires, lags or rolls goes by it. */
export interface Clock {
  now(): number;
  /** Moves time on; it never goes back except at a reset. */
  advance(ms: number): void;
}

export class AdvancingClock implements Clock {
  private advanced = 0;

  constructor(private readonly source: () => number) {}

  now(): number {
    return this.source() + this.advanced;
  }

  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError('a clock only goes forward');
    this.advanced += ms;
  }

  reset(): void {
    this.advanced = 0;
  }
}
