import { orgPrefix } from '@/lib/bigin/record-id';
import { readCell, speaksOfRecords, type CellReading, type GivenPage } from './read-cell';
import { digitsBeforeRounding } from './rounded-ids';

/** Headings of a column that names the row's own record, the best first. */
const recordHeadings = ['recordlink', 'recordurl', 'recordid', 'id'];

/**
 * The same with a module's name: `Contact Id`, `Deal Id`.
 *
 * Source: public programs that read exports. Zoho CRM's have `Record Id`; Bigin's have `Contact Id`, `Company Id`
 * or `Deal Id`, and `Contact Owner.id`, `Company Name.id` for the ids of others.
 */
const moduleHeadings = new Set([
  'contactid',
  'companyid',
  'accountid',
  'pipelineid',
  'dealid',
  'productid',
  'taskid',
  'eventid',
  'meetingid',
  'callid',
]);

/** Headings of columns whose numbers are never the row's own record. */
const otherHeadings = /\.id$|owner|created by|modified by|phone|mobile|fax|amount|price|revenue/i;

/** Whether a cell is the known heading of a record column. */
export function isRecordHeading(cell: string): boolean {
  return headingRank(cell) !== undefined;
}

/** How good a known heading is, 0 the best. */
function headingRank(cell: string): number | undefined {
  const word = cell.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
  if (moduleHeadings.has(word)) return recordHeadings.length;
  const rank = recordHeadings.indexOf(word);
  return rank < 0 ? undefined : rank;
}

/**
 * The column that names each row's own record; `undefined` where none does.
 * A known heading decides alone. Without one it is the leftmost column most of whose cells are ids or links; but
 * links, and ids that all begin as one organization's do, come before numbers that happen to be as long.
 *
 * @param heading the cells of the heading row; none where the table has no heading
 */
export function recordColumn(
  rows: readonly string[][],
  heading: readonly string[] | undefined,
  page: GivenPage,
): number | undefined {
  const known = knownColumns(heading ?? []).map((column) => signsOf(rows, column, page));
  if (known.length > 0) return (known.find(({ isMostlyRecords }) => isMostlyRecords) ?? known[0])?.column;

  const [best] = (rows[0] ?? [])
    .map((_, column) => column)
    .filter((column) => !otherHeadings.test(heading?.[column]?.trim() ?? ''))
    .map((column) => signsOf(rows, column, page))
    .filter(({ isMostlyRecords }) => isMostlyRecords)
    .sort((one, other) => other.likeness - one.likeness);
  return best?.column;
}

/** The columns with a known heading, the best first. */
function knownColumns(heading: readonly string[]): number[] {
  return heading
    .map((cell, column) => ({ rank: headingRank(cell), column }))
    .filter((known) => known.rank !== undefined)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ column }) => column);
}

interface ColumnSigns {
  column: number;
  isMostlyRecords: boolean;
  /** How much the column looks like records’ ids; more is better. */
  likeness: number;
}

function signsOf(rows: readonly string[][], column: number, page: GivenPage): ColumnSigns {
  let speaking = 0;
  let isMarked = false;
  let digits = 0;
  const prefixes = new Set<string>();
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    const reading = readCell(cell, page);
    if (!speaksOfRecords(reading)) continue;
    speaking++;
    if (isLinkOrMarked(reading)) isMarked = true;
    const [mention] = reading.kind === 'records' ? reading.mentions : [];
    if (mention) prefixes.add(orgPrefix(mention.id));
    digits = Math.max(digits, mention?.id.length ?? digitsBeforeRounding(cell));
  }
  return {
    column,
    isMostlyRecords: 2 * speaking > rows.length,
    likeness: (isMarked ? 1000 : 0) + (prefixes.size <= 1 ? 100 : 0) + digits,
  };
}

/** Whether a cell speaks of records by more than digits; a link of another organization does, too. */
function isLinkOrMarked(reading: CellReading): boolean {
  if (reading.kind === 'records') return reading.mentions.some(({ isBare }) => !isBare);
  return reading.kind === 'refused' && reading.reason !== 'rounded';
}
