import { measuredOn, table } from '../performance-page';
import { median, withSpread } from '../statistics';
import type { Interactions } from './interactions';
import type { Opening } from './opening-watch';
import type { OpeningKind } from './openings';

/** The figures, as docs/performance.md tells them. */
export function popupReport(
  openings: ReadonlyMap<OpeningKind, readonly Opening[]>,
  interactions: Interactions,
): string {
  const openingRows = [...openings].map(([{ name }, all]) => [
    name,
    ms(all.map(({ usable }) => usable)),
    ms(all.map(({ firstPaint }) => firstPaint)),
    `${all.filter(({ hadSkeleton }) => hadSkeleton).length} of ${all.length}`,
  ]);
  const pressRows = [...interactions].map(([kind, durations]) => [
    kind,
    String(durations.length),
    `${median(durations)} ms`,
    `${Math.max(...durations)} ms`,
  ]);
  return [
    `${measuredOn()}.`,
    table(['Opening the popup', 'Tags usable', 'First paint', 'With a skeleton'], openingRows),
    table(['From a press to the next paint', 'Presses', 'Median', 'Longest'], pressRows),
  ].join('\n\n');
}

function ms(figures: readonly number[]): string {
  return `${withSpread(figures, 0)} ms`;
}
