import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import { selectionLimit } from '../page-reading';
import type { PastedRecords } from './pasted-records';
import { cutText, plainText } from './plain-text';
import { mayNameRecords, speaksOfRecords, type GivenPage } from './read-cell';
import { readLines, type LineReading } from './read-lines';
import { readTable } from './read-table';
import { refuseRounded } from './refuse-rounded';

export type { PastedRecords } from './pasted-records';

/**
 * Which records a pasted text means: ids and links, any number a line, or a table (copied from a spreadsheet, or
 * CSV such as Bigin's own exports) of which one column names them.
 *
 * @param page the organization that the records must belong to: links of another one are not understood
 */
export function parsePasted(text: string, page: GivenPage): PastedRecords {
  const plain = plainText(text);
  const lines = plain.split('\n');
  const list = readLines(lines, page);
  const isList = list.every(({ reading }) => reading.kind === 'blank' || speaksOfRecords(reading));
  const table = isList || !mayNameRecords(plain) ? undefined : readTable(lines, page);
  const readings = refuseRounded(table?.readings ?? list);
  return {
    ...recordsOf(readings),
    notUnderstood: notUnderstoodOf(readings, lines),
    ...(table?.column && { column: table.column }),
  };
}

function recordsOf(
  readings: readonly LineReading[],
): Pick<PastedRecords, 'placed' | 'unplaced' | 'repeated' | 'tooMany'> {
  const placed = new Map<ModuleName, Set<RecordId>>();
  const alone = new Set<RecordId>();
  let given = 0;
  for (const { reading } of readings) {
    if (reading.kind !== 'records') continue;
    for (const { id, module } of reading.mentions) {
      given++;
      if (!module) alone.add(id);
      else placed.set(module, (placed.get(module) ?? new Set()).add(id));
    }
  }
  const modules = [...placed].map(([module, ids]) => ({ module, ids: [...ids] }));
  const unplaced = [...alone].filter((id) => ![...placed.values()].some((ids) => ids.has(id)));
  const count = modules.reduce((sum, { ids }) => sum + ids.length, unplaced.length);
  return { placed: modules, unplaced, repeated: given - count, tooMany: count > selectionLimit };
}

function notUnderstoodOf(
  readings: readonly LineReading[],
  lines: readonly string[],
): PastedRecords['notUnderstood'] {
  return readings.flatMap(({ line, reading }) =>
    reading.kind === 'refused' ? { line, text: cutText(lines[line - 1] ?? ''), reason: reading.reason } : [],
  );
}
