/** How many checks of a gate passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((before, { passed }) => before + passed, 0),
    failed: tallies.reduce((before, { failed }) => before + failed, 0),
  };
}
