/** Small seeded generator (mulberry32): the same seed builds the same world everywhere. */
export interface Random {
  /** 0 inclusive to 1 exclusive. */
  next(): number;
  /** An integer from `low` to `high`, both inclusive. */
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in the order of the list. */
  sample<T>(items: readonly T[], count: number): T[];
  /** A string of that many digits that does not start with 0. */
  digits(count: number): string;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    sample(items, count) {
      const left = [...items.keys()];
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, items.length)) {
        chosen.add(left.splice(between(0, left.length - 1), 1)[0] ?? 0);
      }
      return items.filter((_, index) => chosen.has(index));
    },
    digits(count) {
      let text = String(between(1, 9));
      while (text.length < count) text += String(between(0, 9));
      return text;
    },
  };
}
