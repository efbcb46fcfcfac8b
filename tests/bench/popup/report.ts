import { measuredOn, table } from '../performance-page';
import { median, withSpread } from '../statistics';
import type { Interactions } from './interactions';
import type { Openings } from './openings';

/** The figures, as docs/performance.md tells them. */
export function popupReport({ byKind, barePaints }: Openings, interactions: Interactions): string {
  const openingRows = [...byKind].map(([{ name }, all]) => [
    name,
    ms(all.map(({ usable }) => usable)),
    ms(all.map(({ firstPaint }) => firstPaint)),
    `${all.filter(({ hadSkeleton }) => hadSkeleton).length} of ${all.length}`,
  ]);
  const bareRow = [
    'For comparison, a text of the extension’s: nothing to load or to run',
    '',
    ms(barePaints),
    '',
  ];
  const pressRows = [...interactions].map(([kind, durations]) => [
    kind,
    String(durations.length),
    `${median(durations)} ms`,
    `${Math.max(...durations)} ms`,
  ]);
  return [
    `${measuredOn()}.`,
    table(['Opening the popup', 'Tags usable', 'First paint', 'With a skeleton'], [...openingRows, bareRow]),
    table(['From a press to the next paint', 'Presses', 'Median', 'Longest'], pressRows),
  ].join('\n\n');
}

function ms(figures: readonly number[]): string {
  return `${withSpread(figures, 0)} ms`;
}
