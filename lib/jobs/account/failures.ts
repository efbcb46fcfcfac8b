import type { RecordId } from '@/lib/bigin/record-id';
import type { Account } from './account';

/** Records that failed for the same reason. */
export interface FailureGroup {
  reason: string;
  count: number;
  /** Those of them that are listed. */
  ids: RecordId[];
}

/**
 * Failures by reason, the most frequent first. At most so many records are listed in all, some of each reason, so that
 * no reason is hidden behind another.
 */
export function groupFailures(
  failed: Account['failed'],
  reasonOf: (code: string) => string,
  most: number,
): FailureGroup[] {
  const byReason = new Map<string, RecordId[]>();
  for (const { id, code } of failed) {
    const reason = reasonOf(code);
    const ids = byReason.get(reason);
    if (ids) ids.push(id);
    else byReason.set(reason, [id]);
  }
  const smallestFirst = [...byReason].sort(([, a], [, b]) => a.length - b.length);
  let left = most;
  const groups = smallestFirst.map(([reason, ids], index): FailureGroup => {
    const listed = ids.slice(0, Math.max(1, Math.floor(left / (smallestFirst.length - index))));
    left -= listed.length;
    return { reason, count: ids.length, ids: listed };
  });
  return groups.reverse();
}
