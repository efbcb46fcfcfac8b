import { readCell, type CellReading, type GivenPage } from './read-cell';
import { isRecordHeading } from './record-column';

export interface LineReading {
  /** Counted from 1. */
  line: number;
  reading: CellReading;
}

/** Reads each line of a plain text by itself, but for a heading above them (a column that was copied alone). */
export function readLines(lines: readonly string[], page: GivenPage): LineReading[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = isRecordHeading(lines[first] ?? '') ? first + 1 : 0;
  return lines
    .slice(start)
    .map((text, index) => ({ line: start + index + 1, reading: readCell(text, page) }));
}
