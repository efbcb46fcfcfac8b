import { pageSize } from '@/lib/bigin/endpoints/reading-limits';

export interface Cost {
  calls: number;
  credits: number;
}

/**
 * What it costs to read a list of so many records to its end: 200 a call, and one call for an empty list (source:
 * get-records documentation). A call costs 1 credit, of a custom view 3 (source: api-limits documentation).
 */
export function readingCost(records: number, ofView: boolean): Cost {
  const calls = Math.max(1, Math.ceil(records / pageSize));
  return { calls, credits: calls * (ofView ? 3 : 1) };
}
