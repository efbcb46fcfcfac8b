import type { RecordAnswer } from '@/lib/bigin/endpoints/change-tags';
import type { BatchRecord, Job, Outcome } from '../job';

/**
 * What became of a record, from Bigin's answer. Its `status` decides; `details.tags` is not looked at, since
 * the documentation's own sample leaves open what it holds.
 */
export function outcomeOf(
  kind: Job['kind'],
  tagNames: readonly string[],
  record: BatchRecord,
  answer: RecordAnswer | undefined,
): Outcome {
  if (!answer) return { kind: 'unknown' };
  if (answer.status === 'error') return { kind: 'failed', code: answer.code };
  if (kind === 'removal' && record.tags.some((tag) => isLookAlike(tag, tagNames))) return { kind: 'unknown' };
  return { kind: 'done', changed: changedTags(kind, tagNames, record.tags) };
}

/** The tags that a successful call changed on a record that had `before`. */
export function changedTags(
  kind: Job['kind'],
  tagNames: readonly string[],
  before: readonly string[],
): string[] {
  return kind === 'removal'
    ? before.filter((tag) => tagNames.includes(tag))
    : tagNames.filter((tag) => !before.includes(tag));
}

/**
 * Whether a tag that was not chosen differs from a chosen one by letter case alone. Whether Bigin takes such a
 * one off too is unknown (the remove-tags documentation's sample hints at it), so only reading tells.
 */
export function isLookAlike(tag: string, tagNames: readonly string[]): boolean {
  if (tagNames.includes(tag)) return false;
  return tagNames.some((name) => name.toLowerCase() === tag.toLowerCase());
}
