import type { PageReading } from '@/lib/selection/page-reading';

/** A reading in short: its ids in order, the modules that they can be of, where they come from, and the doubts. */
export function inShort({ parts, ...reading }: PageReading) {
  const { url: _url, ...rest } = reading;
  return {
    ...rest,
    ids: parts.flatMap(({ ids }) => ids),
    modules: [...new Set(parts.flatMap(({ modules }) => modules))],
    sources: [...new Set(parts.map(({ source }) => source))],
  };
}
