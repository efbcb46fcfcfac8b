import Papa from 'papaparse';
import { isBlank } from './read-cell';
import { isRecordHeading } from './record-column';

/** A row of a table. */
export interface TableRow {
  /** The line, counted from 1, on which the row begins. */
  line: number;
  /** How many lines it takes: more than one where quoted cells hold line breaks. */
  lines: number;
  cells: string[];
  /** Whether a quoted cell does not end as it should, so that it may have swallowed other cells or rows. */
  isBroken: boolean;
}

/**
 * Stands for a tab while the parser is at work: it looks for white space beside quotes, again and again, and a
 * line that is all quotes and tabs would keep it busy for hours. `plainText` leaves none of these in a text.
 */
const tabStandIn = '\u001f';

const delimiters = [',', ';', tabStandIn];

/** So many lines are enough to tell what parts their cells. */
const sampleLines = 100;

/** Cuts the lines of a plain text into rows and cells; `undefined` where they have no columns. */
export function tableRows(lines: readonly string[]): { rows: TableRow[]; isTabbed: boolean } | undefined {
  const text = lines.join('\n').replaceAll('\t', tabStandIn);
  const delimiter = delimiterOf(text.split('\n', sampleLines).join('\n'));
  if (delimiter === undefined) return undefined;
  const { data, errors } = parse(text, delimiter);
  const broken = new Set(errors.map(({ row }) => row));
  let line = 1;
  const rows = data.map((cells, index) => {
    const row = { line, lines: linesOf(cells), cells, isBroken: broken.has(index) };
    line += row.lines;
    return row;
  });
  return { rows: rows.filter(({ cells }) => !cells.every(isBlank)), isTabbed: delimiter === tabStandIn };
}

/** The number of cells that most rows have, the smaller where two are as frequent. */
export function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([width, count], [other, more]) => more - count || width - other);
  return usual?.[0] ?? 0;
}

/**
 * What cuts more than half of the rows into as many cells, two or more, or a known heading off another. The
 * parser's own guess gives up where one row in ten of a table of two columns is of another kind.
 */
function delimiterOf(sample: string): string | undefined {
  const [best] = delimiters
    .map((delimiter) => {
      const rows = parse(sample, delimiter).data.filter((cells) => !cells.every(isBlank));
      const width = usualWidth(rows);
      const regular = rows.filter((cells) => cells.length === width).length;
      const isKnown = rows.some((cells) => cells.length > 1 && cells.some(isRecordHeading));
      return { delimiter, width, isKnown, share: width < 2 ? 0 : regular / rows.length };
    })
    .filter(({ share, isKnown }) => share > 0.5 || isKnown)
    .sort((one, other) => other.share - one.share || other.width - one.width);
  return best?.delimiter;
}

function parse(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n' });
}

function linesOf(cells: string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1);
}
