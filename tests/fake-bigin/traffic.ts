/** Counts what is under way, by key. */
export class Traffic {
  private underWay = new Map<string, number>();

  /** Says how many are under way, this one included, and gives the way out. */
  enter(key: string): { count: number; leave: () => void } {
    const { underWay } = this;
    const count = (underWay.get(key) ?? 0) + 1;
    underWay.set(key, count);
    return { count, leave: () => underWay.set(key, (underWay.get(key) ?? 1) - 1) };
  }

  /** What is under way still counts no more. */
  reset(): void {
    this.underWay = new Map();
  }
}
