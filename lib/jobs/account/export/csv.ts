import Papa from 'papaparse';
import type { RecordId } from '@/lib/bigin/record-id';
import type { Job } from '../../job';
import type { RecordAccount } from '../record-accounts';

/** Excel reads a file as UTF-8 where it begins with this. */
const byteOrderMark = '\uFEFF';

/**
 * What makes a spreadsheet take a text for a formula, be it typed by whoever named a tag: an operator at its
 * beginning, in its full width too, or white space that is passed over. Papa Parse's own pattern takes no text of
 * several lines for one.
 */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

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
  const rows = records.map(({ id, before, changed, outcome, code, message, after }) => [
    idText(id),
    job.module,
    tagsText(before),
    tagsText(changed),
    outcome,
    code,
    message,
    tagsText(after ?? []),
  ]);
  return byteOrderMark + Papa.unparse([heading, ...rows], { escapeFormulae: formula });
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
