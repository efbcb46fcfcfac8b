/* Apart from the calls, so that a page which only tells what a reading costs stays light. */

/** Most records of one page of a list (source: get-records documentation). */
export const pageSize = 200;

/** Most records a call takes that reads the tags of given records, for each way of asking. */
export const tagReaderLimits = { 'coql-200': 200, ids: 100, 'coql-50': 50, single: 1 } as const;

/** A way of asking for the tags of given records. */
export type TagReaderName = keyof typeof tagReaderLimits;

/** Most records a call takes: by the reader named, or by the best one where none is known. */
export function recordsPerCall(reader: TagReaderName = 'coql-200'): number {
  return tagReaderLimits[reader];
}
