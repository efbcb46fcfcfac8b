import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import type { CellKind } from './cells';

/** A row, as its user knows it: the record that it stands for, and whether that is ticked. */
export interface TrueRow {
  id: RecordId;
  module: ModuleName;
  ticked: boolean;
  /** Looks selected, whether it is or not: its box is what was ticked. Rows of crux only. */
  marked: boolean;
  /** Not so: on another page of the list, or scrolled away. */
  drawn: boolean;
  /** What of the row names its record. */
  named: 'not' | 'id' | 'data-id' | 'link' | 'id and link';
  cells: CellKind[];
  /** A row that stands within this one. */
  inner?: TrueRow;
}

/** How many records the page says are selected, and how it puts that. */
export interface TrueCount {
  count: number;
  sentence: string;
}

export const markups = ['crux', 'table', 'ul', 'board', 'roles'] as const;

export interface TrueList {
  markup: (typeof markups)[number];
  /** What the list says its module is, and the modules that this word stands for. Lists of crux only. */
  word: string | undefined;
  modules: readonly ModuleName[];
  rows: TrueRow[];
  hidden: 'no' | 'attribute' | 'style' | 'around';
  header: 'no' | 'yes' | 'partly';
  boxes: 'span' | 'input';
  aria: boolean;
  pinned: boolean;
  wholeView: boolean;
  count: TrueCount | undefined;
  /** What its component says is selected. */
  told: { how: 'getData' | 'data' | 'throws'; ids: unknown[]; isRight: boolean } | undefined;
}

export interface TruePage {
  url: string;
  /** The modules that the address names: all where it names none. */
  modules: readonly ModuleName[];
  /** The record that the address names. */
  record: { id: RecordId; module: ModuleName } | undefined;
  lists: TrueList[];
  /** The page's count on a page without shown lists of crux. */
  count: TrueCount | undefined;
}

export function shownLists(page: TruePage): TrueList[] {
  return page.lists.filter(({ hidden }) => hidden === 'no');
}

/** The list's rows with those that stand within them. */
function allRows({ rows }: TrueList): TrueRow[] {
  return rows.flatMap((row) => (row.inner ? [row, row.inner] : [row]));
}

export function drawnRows(list: TrueList): TrueRow[] {
  return allRows(list).filter(({ drawn }) => drawn);
}

export function tickedRows(list: TrueList): TrueRow[] {
  return allRows(list).filter(({ ticked }) => ticked);
}
