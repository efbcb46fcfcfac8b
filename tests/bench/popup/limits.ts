import type { Finding } from '../finding';
import { median, withSpread } from '../statistics';
import type { Interactions } from './interactions';
import type { Opening } from './opening-watch';
import type { OpeningKind, Openings } from './openings';

/** From a press to the next paint, at most, in milliseconds. */
const pressLimit = 50;

export function popupFindings({ byKind }: Openings, interactions: Interactions): Finding[] {
  return [
    ...[...byKind].flatMap(([kind, all]) => openingFindings(kind, all)),
    ...[...interactions].map(([kind, durations]) => atMost(`${kind}, ms`, durations, pressLimit)),
  ];
}

function openingFindings({ name, isCached, limitMs }: OpeningKind, all: readonly Opening[]): Finding[] {
  const usable = all.map((opening) => opening.usable);
  const skeletons = all.filter(({ hadSkeleton }) => hadSkeleton).length;
  return [
    atMost(`${name}: tags usable, ms`, usable, limitMs),
    {
      what: `${name}: openings with a skeleton`,
      figure: String(skeletons),
      limit: isCached && limitMs !== undefined ? '0' : '',
      isWithin: !isCached || limitMs === undefined || skeletons === 0,
    },
  ];
}

function atMost(what: string, figures: readonly number[], limit: number | undefined): Finding {
  return {
    what,
    figure: withSpread(figures, 0),
    limit: limit === undefined ? '' : String(limit),
    isWithin: limit === undefined || median(figures) <= limit,
  };
}
