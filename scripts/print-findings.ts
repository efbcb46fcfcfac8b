import type { Finding } from '../tests/bench/finding';

/** A line for each finding, with its limit where it has one. */
export function printFindings(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, figure, limit, isWithin } of findings) {
    const said = limit && `at most ${limit}${isWithin ? '' : ': PASSED BY'}`;
    console.log(`${what.padEnd(width)}  ${figure.padEnd(32)}  ${said}`);
  }
}
