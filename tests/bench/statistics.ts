/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** `12.3 (10.1 to 15.0)`: the median, and how far the runs are apart. */
export function withSpread(figures: readonly number[], decimals = 1): string {
  const [low, high] = [Math.min(...figures), Math.max(...figures)].map((figure) => figure.toFixed(decimals));
  return `${median(figures).toFixed(decimals)} (${low} to ${high})`;
}
