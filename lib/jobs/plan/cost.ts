import { recordsPerCall, type TagReaderName } from '@/lib/bigin/endpoints/reading-limits';
import type { ModuleName } from '@/lib/bigin/modules';
import { batchSize, urlByteLimit } from './batches';

/** Records that one credit pays for in a change (source: api-limits documentation: up to 10 for 500). */
const recordsPerCredit = 50;

/** Digits of a record id (source: recorded responses). */
const idLength = 19;

export interface Cost {
  calls: number;
  credits: number;
}

export interface CostQuestion {
  module: ModuleName;
  /** Records that have a chosen tag. */
  records: number;
  tagNames: readonly string[];
  /** Most records in a call, by the settings and by what is known of the account. */
  batchCeiling: number;
  batchSize?: number;
  /** The tags were read too long ago: they are read again before they are changed. */
  isStale: boolean;
  /** How this account's tags are read. */
  reader?: TagReaderName;
}

/** The calls and credits that a removal takes, where Bigin takes every call at once and its names fit beside the ids. */
export function costOf(question: CostQuestion): Cost {
  const {
    module,
    records,
    tagNames,
    batchCeiling,
    batchSize: known = batchCeiling,
    isStale,
    reader,
  } = question;
  const limits = { records: Math.min(batchCeiling, known), urlBytes: urlByteLimit };
  const size = batchSize('remove_tags', module, tagNames, idLength, limits);
  const whole = Math.floor(records / size);
  const rest = records % size;
  const perCall = recordsPerCall(reader);
  // So few that one call reads them are read again in any case.
  const isReadAgain = isStale || (perCall > 1 && records <= perCall);
  const reads = isReadAgain ? Math.ceil(records / perCall) : 0;
  return {
    calls: whole + Math.ceil(rest / size) + reads,
    credits: whole * Math.ceil(size / recordsPerCredit) + Math.ceil(rest / recordsPerCredit) + reads,
  };
}

/** Credits of a day that every edition has (source: api-limits documentation, Free edition). */
const leastCredits = 5_000;

/**
 * Whether a removal is large enough to be confirmed: by its records, or by its share of the credits that are left,
 * which is taken of the smallest edition's where Bigin has not told them.
 */
export function needsConfirmation(
  records: number,
  { credits }: Cost,
  { confirmRecords, confirmCreditShare }: { confirmRecords: number; confirmCreditShare: number },
  creditsLeft: number = leastCredits,
): boolean {
  return records > confirmRecords || credits > (creditsLeft * confirmCreditShare) / 100;
}
