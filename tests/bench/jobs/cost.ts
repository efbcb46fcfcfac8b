import type { TimedCall } from './call-log';

/** Milliseconds that the fake takes for an answer, and how many calls at once it lets through. */
export const latencyMs = 300;
export const concurrency = 10;

/** What a removal cost. */
export interface Cost {
  records: number;
  reads: number;
  writes: number;
  /** Calls that were too many at once. */
  refused: number;
  credits: number;
  /** Of the calls alone: what lies between the preview's last answer and the job's first call is the user's. */
  seconds: number;
  /** Milliseconds that an answer took on average, from when the fake had the call: its latency and its work. */
  readMs: number;
  writeMs: number;
}

/** `pressed`: when the user had the tags removed, in milliseconds since 1970, where a user did. */
export function costOf(
  calls: readonly TimedCall[],
  { pressed = 0, ...facts }: Pick<Cost, 'records' | 'credits'> & { pressed?: number },
): Cost {
  const reads = calls.filter(({ kind }) => kind === 'read');
  const writes = calls.filter(({ kind }) => kind === 'write');
  const preview = calls.filter(({ begin }) => begin < pressed);
  const job = calls.filter(({ begin }) => begin >= pressed);
  return {
    ...facts,
    reads: reads.length,
    writes: writes.length,
    refused: calls.filter(({ status }) => status === 429).length,
    seconds: (span(preview) + span(job)) / 1_000,
    readMs: mean(reads.map(duration)),
    writeMs: mean(writes.map(duration)),
  };
}

/** Milliseconds from the first call's begin to the last one's end. */
function span(calls: readonly TimedCall[]): number {
  if (calls.length === 0) return 0;
  return Math.max(...calls.map(({ end }) => end)) - Math.min(...calls.map(({ begin }) => begin));
}

/** The fewest calls that the API lets so many records be read and changed with. */
export function fewestCalls(records: number, readAtOnce: 100 | 200): { reads: number; writes: number } {
  return { reads: Math.ceil(records / readAtOnce), writes: Math.ceil(records / 500) };
}

/**
 * Seconds that the fewest calls take where as many at once are made as are let through, and where an answer takes no
 * longer than told.
 */
export function idealSeconds(
  records: number,
  readAtOnce: 100 | 200,
  { readMs, writeMs }: Pick<Cost, 'readMs' | 'writeMs'> = { readMs: latencyMs, writeMs: latencyMs },
): number {
  const { reads, writes } = fewestCalls(records, readAtOnce);
  return (Math.ceil(reads / concurrency) * readMs + Math.ceil(writes / concurrency) * writeMs) / 1_000;
}

function duration({ begin, end }: TimedCall): number {
  return end - begin;
}

function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length);
}
