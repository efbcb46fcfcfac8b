import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';

/** Why a line of a pasted text names no record that could be acted on. */
export type NotUnderstoodReason =
  /** There is no id and no link of a record, or other words stand beside it. */
  | 'noRecord'
  /** A link of another organization. */
  | 'otherOrg'
  /** A link of another data center. */
  | 'otherDataCenter'
  /** A spreadsheet turned the id into a number: its last digits are gone. */
  | 'rounded'
  /** A row of a table that names two records or more. */
  | 'severalRecords'
  /** A link of Bigin that names an id, but no module that has tags. */
  | 'noModule'
  /** A row with more or fewer cells than its table has columns: which of them is the record's is unsure. */
  | 'otherColumns'
  /** A quoted cell that does not end as it should: where its row ends is unsure. */
  | 'brokenQuotes';

/** What a pasted text says, line by line: nothing of it is left out but blank lines and the heading. */
export interface PastedRecords {
  /** Records whose link names their module, by module, in the order given, each once. */
  placed: { module: ModuleName; ids: RecordId[] }[];
  /** Ids that stand alone: their module is still to be found. Each once, none that is also placed. */
  unplaced: RecordId[];
  /** Lines that name no record that could be acted on, in order; `line` counts from 1, `text` is cut. */
  notUnderstood: { line: number; text: string; reason: NotUnderstoodReason }[];
  /** How many times a record came again. */
  repeated: number;
  /** Heading of the column that was read, where the table had several columns and a heading. */
  column?: string;
  /** Whether there are more records than one selection holds. */
  tooMany: boolean;
}
