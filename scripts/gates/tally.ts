/** What became of the checks of a gate. */
export interface Tally {
  passed: number;
  /** The names of those that failed. */
  failed: readonly string[];
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((before, { passed }) => before + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
  };
}

/** A gate that is one check. */
export function oneCheck(name: string, hasPassed: boolean): Tally {
  return hasPassed ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}
