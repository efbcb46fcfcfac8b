import type { PageReading } from '../page-reading';

interface Report {
  /** The extension's version. */
  version: string;
  /** The browser's user agent. */
  userAgent: string;
  /** What was read of the page; `null` where it did not answer. */
  reading: PageReading | null;
  /** See `describePage`. */
  structure: string;
}

/** The whole of what a developer needs to see of a page that was misread; holds numbers and structure only. */
export function reportText({ version, userAgent, reading, structure }: Report): string {
  const browser = /(?:Firefox|Edg|Chrome)\/\d+/.exec(userAgent)?.[0] ?? 'unknown browser';
  return [`Untag for Bigin ${version}, ${browser}`, ...readingLines(reading), '', structure].join('\n');
}

function readingLines(reading: PageReading | null): string[] {
  if (!reading) return ['The page did not answer.'];
  const { parts, pageCount, shortfall, excess, unchecked, beside, view } = reading;
  const read = parts.map(({ source, modules, ids }) => `${ids.length} by ${source} (${modules.join(', ')})`);
  const cvid = view?.cvid === undefined ? 'unknown' : 'known';
  const certainty = view?.isCertain ? 'certainly' : 'maybe';
  return [
    `Read: ${read.join('; ') || 'nothing'}`,
    `Count on the page: ${pageCount ?? 'none'}; shortfall ${shortfall}, excess ${excess}, unchecked ${unchecked}, beside ${beside}`,
    `Whole view: ${view ? `${certainty} ${view.count} of ${view.modules.join(', ')}, its id ${cvid}` : 'no'}`,
  ];
}
