import type { LineReading } from './read-lines';
import { areRounded } from './rounded-ids';

/**
 * Refuses ids that a spreadsheet took for numbers and wrote out again: `6331846000204950564` became
 * `6331846000204950000`, which looks like an id and may even be another record's. One line does not show it, as
 * ids do end in zeros; all of them together do. Links and prefixed ids are texts to a spreadsheet, and stay whole.
 */
export function refuseRounded(readings: LineReading[]): LineReading[] {
  const bare = readings.flatMap(({ reading }) =>
    reading.kind === 'records' ? reading.mentions.filter(({ isBare }) => isBare).map(({ id }) => id) : [],
  );
  if (!areRounded(new Set(bare))) return readings;
  return readings.map((line) =>
    line.reading.kind === 'records' && line.reading.mentions.some(({ isBare }) => isBare)
      ? { ...line, reading: { kind: 'refused', reason: 'rounded' } }
      : line,
  );
}
