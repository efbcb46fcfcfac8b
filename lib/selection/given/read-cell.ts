import type { DataCenterId } from '@/lib/bigin/data-centers';
import type { ModuleName } from '@/lib/bigin/modules';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { isRecordId, type RecordId } from '@/lib/bigin/record-id';
import type { NotUnderstoodReason } from './pasted-records';
import { isRounded } from './rounded-ids';

/** Where the user is: the organization whose records can be given. */
export interface GivenPage {
  dataCenter: DataCenterId;
  /** `org` and digits. */
  org: string;
}

/** A record as it was given. */
interface Mention {
  id: RecordId;
  /** What a link names; one to an activity leaves open which of three. */
  module?: ModuleName;
  /** Whether it is nothing but digits, as a phone number or an amount could be. */
  isBare: boolean;
}

/** What a cell of a table, or a line that is none, names. */
export type CellReading =
  | { kind: 'blank' }
  | { kind: 'records'; mentions: Mention[] }
  | { kind: 'refused'; reason: NotUnderstoodReason };

/** Ids, links and words: what stands between spaces, commas, quotes and brackets. */
const words = /[^\s,;|"'`“”„‘’‚«»<>()[\]{}]+/g;

/** Every id, link and rounded number has one of these; most cells of a table have none. */
const hint = /\d{15}|\de\+?1\d/i;

/**
 * Reads a text that should be nothing but ids and links. One word beside them, or one link that cannot be acted
 * on, and none of it is taken: in `call me at 123456789012345` the digits are no record.
 */
export function readCell(text: string, page: GivenPage): CellReading {
  if (!mayNameRecords(text)) return isBlank(text) ? { kind: 'blank' } : refused('noRecord');
  if (isRounded(text)) return refused('rounded');
  const mentions: Mention[] = [];
  let reason: NotUnderstoodReason | undefined;
  for (const [word] of text.matchAll(words)) {
    // Spreadsheets are told by `="…"` that digits are a text.
    if (word === '=') continue;
    const reading = readWord(word, page);
    if (reading === 'noRecord') return refused('noRecord');
    if (typeof reading === 'string') reason ??= reading;
    else mentions.push(reading);
  }
  return reason ? refused(reason) : { kind: 'records', mentions };
}

/** Whether a cell speaks of nothing but records, be they such that can be acted on or not. */
export function speaksOfRecords(reading: CellReading): boolean {
  return reading.kind === 'records' || (reading.kind === 'refused' && reading.reason !== 'noRecord');
}

/** Whether a text is worth a closer look. */
export function mayNameRecords(text: string): boolean {
  return hint.test(text);
}

/** Whether there is nothing but what stands between words. */
export function isBlank(text: string): boolean {
  return text.search(words) < 0;
}

function refused(reason: NotUnderstoodReason): CellReading {
  return { kind: 'refused', reason };
}

function readWord(word: string, page: GivenPage): Mention | NotUnderstoodReason {
  if (isRounded(word)) return 'rounded';
  // Source: public programs that read exports of Zoho CRM and Bigin take this prefix off.
  const id = word.replace(/^zcrm_/i, '');
  if (isRecordId(id)) return { id, isBare: id === word };
  return /^https:/i.test(word) ? readLink(word, page) : 'noRecord';
}

function readLink(url: string, page: GivenPage): Mention | NotUnderstoodReason {
  const link = parsePageUrl(url);
  if (!link) return 'noRecord';
  const { modules, recordId, cvid } = link;
  if (!recordId && (modules.length === 1 || cvid || !/\/\d{15,19}(?!\d)/.test(url))) return 'noRecord';
  if (link.dataCenter !== page.dataCenter) return 'otherDataCenter';
  if (link.org !== page.org) return 'otherOrg';
  if (!recordId) return 'noModule';
  const [module, ...others] = modules;
  return { id: recordId, ...(module && others.length === 0 && { module }), isBare: false };
}
