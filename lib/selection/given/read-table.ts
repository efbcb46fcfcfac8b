import type { NotUnderstoodReason } from './pasted-records';
import { cutText } from './plain-text';
import { isBlank, readCell, speaksOfRecords, type CellReading, type GivenPage } from './read-cell';
import type { LineReading } from './read-lines';
import { isRecordHeading, recordColumn } from './record-column';
import { tableRows, usualWidth, type TableRow } from './table-rows';

export interface TableReading {
  /** Each row that is neither blank nor the heading. */
  readings: LineReading[];
  /** Heading of the column that was read. */
  column?: string;
}

/** No row of an export comes near; a line beyond is not worth the parser's time and memory. */
const longestLine = 200_000;

/**
 * Reads the lines of a plain text as a table of which one column names each row's record; no other column's ids are taken.
 * `undefined` where the text is no such table, so that each line stands for itself.
 */
export function readTable(lines: readonly string[], page: GivenPage): TableReading | undefined {
  if (lines.some((line) => line.length > longestLine)) return undefined;
  const table = tableRows(lines);
  if (!table) return undefined;
  const { rows, isTabbed } = table;
  const known = knownHeading(rows, page);
  const width = known?.cells.length ?? usualWidth(rows.map(({ cells }) => cells));
  if (width < 2) return undefined;

  const isRegular = ({ isBroken, cells }: TableRow) => !isBroken && cells.length === width;
  const first = rows.find(isRegular);
  const heading = known ?? (first && isHeading(first, page) ? first : undefined);
  const body = rows.filter((row) => isRegular(row) && row !== heading);
  const column = recordColumn(
    body.map(({ cells }) => cells),
    heading?.cells,
    page,
  );
  if (column === undefined) return heading && { readings: readWithoutColumn(rows, lines, page) };

  const name = heading?.cells[column] ?? '';
  const isNamed = /\p{L}/u.test(name);
  if (!isTabbed && !isRecordHeading(name) && couldBeProse(rows, body, column)) return undefined;
  const readings = rows
    .filter((row) => row !== heading || !isNamed)
    .flatMap((row): LineReading[] => {
      if (row.isBroken) return linesOf(row, lines);
      const reading = isRegular(row)
        ? readRow(row, column, heading !== undefined, page)
        : refused('otherColumns');
      return [{ line: row.line, reading }];
    });
  return { readings, ...(isNamed && { column: cutText(name) }) };
}

/** The row with a known heading above all records: what its table's rows must have as many cells as. */
function knownHeading(rows: readonly TableRow[], page: GivenPage): TableRow | undefined {
  const top = rows.findIndex((row) => row.cells.some(isRecordHeading) || speaks(row, page));
  const row = rows[top];
  return row && !row.isBroken && !speaks(row, page) ? row : undefined;
}

/** A row of words that speaks of no record, above others that do. */
function isHeading(row: TableRow, page: GivenPage): boolean {
  return row.cells.some((cell) => /\p{L}/u.test(cell)) && !speaks(row, page);
}

function speaks({ cells }: TableRow, page: GivenPage): boolean {
  return cells.some((cell) => speaksOfRecords(readCell(cell, page)));
}

/** `Hi, 123456789012345, bye`: one line, or two, with spaces after the commas, as people write and programs do not. */
function couldBeProse(rows: readonly TableRow[], body: readonly TableRow[], column: number): boolean {
  return (
    column > 0 && body.length === 1 && rows.some(({ cells }) => cells.some((cell) => cell.startsWith(' ')))
  );
}

function readRow({ cells }: TableRow, column: number, hasHeading: boolean, page: GivenPage): CellReading {
  const reading = readCell(cells[column] ?? '', page);
  if (reading.kind === 'blank') return refused('noRecord');
  if (reading.kind === 'refused') return reading;
  const filled = cells.filter((cell) => !isBlank(cell));
  // Nothing says which of a row's ids is meant where there is neither a heading nor a word.
  const isUnsure =
    !hasHeading && filled.length > 1 && filled.every((cell) => speaksOfRecords(readCell(cell, page)));
  const isSeveral = reading.mentions.some(({ id }) => id !== reading.mentions[0]?.id);
  return isUnsure || isSeveral ? refused('severalRecords') : reading;
}

/** Only lines with a single cell can name a record, since none of the columns is the records'. */
function readWithoutColumn(
  rows: readonly TableRow[],
  lines: readonly string[],
  page: GivenPage,
): LineReading[] {
  return rows.flatMap((row): LineReading[] => {
    if (row.isBroken) return linesOf(row, lines);
    const [cell = ''] = row.cells;
    return [{ line: row.line, reading: row.cells.length === 1 ? readCell(cell, page) : refused('noRecord') }];
  });
}

/** A broken row may have swallowed others: each of its lines is one that was not understood. */
function linesOf({ line, lines: count }: TableRow, lines: readonly string[]): LineReading[] {
  return lines.slice(line - 1, line - 1 + count).map((text, index) => ({
    line: line + index,
    reading: isBlank(text) ? { kind: 'blank' } : refused('brokenQuotes'),
  }));
}

function refused(reason: NotUnderstoodReason): CellReading {
  return { kind: 'refused', reason };
}
