import Papa from 'papaparse';
import type { RecordId } from '@/lib/bigin/record-id';
import type { Job } from '../../job';
import type { RecordAccount } from '../record-accounts';

/** Excel reads a file as UTF-8 where it begins with this. */
const byteOrderMark = '\uFEFF';

/**
 * Where a spreadsheet can take what follows for a cell: at the beginning of a text, and behind what parts cells
 * elsewhere (`;` in much of Europe, tabs, line breaks). With it go more of these, what cannot be seen, quotation marks,
 * which it takes away, and an operator, in its full width too.
 */
const cellStart = /(^|[;\t\r\n])([;\s\p{C}"]*)([=+\-@＝＋－＠]?)/gu;

/**
 * A text that no spreadsheet takes for a formula, be it typed by whoever named a tag: before an operator that could begin
 * one stands an apostrophe, as a spreadsheet itself marks a text. Papa Parse looks at the beginning of a cell alone.
 */
function harmless(text: string): string {
  return text.replaceAll(cellStart, (all, start: string, lead: string, operator: string) => {
    const marked = operator ? `${start}${lead}'${operator}` : all;
    // Some take a first tab away, and what follows for the beginning.
    return start === '' && /^[\t\r]/.test(lead) ? `'${marked}` : marked;
  });
}

/**
 * The account of a job for spreadsheets: a heading, then a line a record. Several tags in a cell are parted by
 * commas, as Bigin parts them. `jsonOf` tells apart what this cannot: tags with a comma in their name.
 */
export function csvOf(job: Job, records: readonly RecordAccount[]): string {
  const heading = [
    'Record Id',
    'Module',
    'Tags before',
    job.kind === 'undo' ? 'Restored' : 'Removed',
    'Outcome',
    'Code',
    'Message',
    'Tags after',
  ];
  const rows = records.map(({ id, before, changed, outcome, code, message, after }) =>
    [
      idText(id),
      job.module,
      tagsText(before),
      tagsText(changed),
      outcome,
      code,
      message,
      tagsText(after ?? []),
    ].map((cell) => harmless(cell ?? '')),
  );
  return byteOrderMark + Papa.unparse([heading, ...rows]);
}

/**
 * A spreadsheet takes bare digits for a number, and rounds it. With this prefix they stay a text.
 * Source: public programs that read exports of Zoho CRM and Bigin, whose ids have it.
 */
function idText(id: RecordId): string {
  return `zcrm_${id}`;
}

function tagsText(tags: readonly string[]): string {
  return tags.join(', ');
}
