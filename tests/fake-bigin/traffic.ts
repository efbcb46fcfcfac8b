/** Counts what is under way, by key. */
export class Traffic {
  private readonly underWay = new Map<string, number>();

  /** Says how many are under way, this one included, and gives the way out. */
  enter(key: string): { count: number; leave: () => void } {
    const count = (this.underWay.get(key) ?? 0) + 1;
    this.underWay.set(key, count);
    return { count, leave: () => this.underWay.set(key, (this.underWay.get(key) ?? 1) - 1) };
  }
}
