import type { RecordAnswer } from '@/lib/bigin/endpoints/change-tags';
import type { Learnt } from '@/lib/learnt/learnt';
import type { BatchRecord, Job, Outcome } from '../job';

/** What is being done to a record. */
export interface Change {
  kind: Job['kind'];
  tagNames: readonly string[];
}

/**
 * What became of a record, from Bigin's answer. Its `status` decides, but for what the documentation leaves open:
 * an answer whose `details.tags` speak against it, or a tag that differs from a chosen one by letter case alone,
 * leaves the outcome unknown until it is read, or until the account's way of answering is known.
 */
export function outcomeOf(
  change: Change,
  record: BatchRecord,
  answer: RecordAnswer | undefined,
  known: Partial<Learnt>,
): Outcome {
  if (!answer) return { kind: 'unknown' };
  if (answer.status === 'error') return failure(answer.code, answer.message);
  const told = answer.tags && { told: answer.tags };
  if (answer.tags && contradicts(change, answer.tags, known)) return { kind: 'unknown', ...told };
  const lookAlikes = lookAlikesOf(change, record);
  if (lookAlikes.length > 0 && known.caseCounts === undefined) return { kind: 'unknown', ...told };
  const taken = known.caseCounts === false ? lookAlikes : [];
  return { kind: 'done', changed: [...changedTags(change, record.tags), ...taken] };
}

/** The tags of a record afterwards, as far as Bigin's answer is known to tell them. */
export function tagsAfter(
  answer: RecordAnswer | undefined,
  { detailsTags }: Partial<Learnt>,
): string[] | undefined {
  return answer?.status === 'success' && detailsTags === 'after' ? answer.tags : undefined;
}

/**
 * Whether an answer shows that `details.tags` are the tags afterwards: those from before without the removed ones,
 * and some are left.
 */
export function showsTagsAfter(change: Change, { tags }: BatchRecord, answer: RecordAnswer): boolean {
  if (change.kind === 'undo' || answer.status === 'error' || !answer.tags?.length) return false;
  const left = tags.filter((tag) => !change.tagNames.includes(tag));
  const told = new Set(answer.tags);
  return left.length < tags.length && left.length === told.size && left.every((tag) => told.has(tag));
}

export function failure(code: string, message?: string): Outcome {
  return { kind: 'failed', code, ...(message && { message }) };
}

/** The tags that a successful call changed on a record that had `before`. */
export function changedTags({ kind, tagNames }: Change, before: readonly string[]): string[] {
  return kind === 'removal'
    ? before.filter((tag) => tagNames.includes(tag))
    : tagNames.filter((tag) => !before.includes(tag));
}

/**
 * Tags of a record that were not chosen and differ from a chosen one by letter case alone. Whether Bigin takes
 * such a one off too is unknown (the remove-tags documentation's sample hints at it), so only reading tells.
 */
export function lookAlikesOf({ kind, tagNames }: Change, { tags }: BatchRecord): string[] {
  if (kind === 'undo') return [];
  const lower = new Set(tagNames.map((name) => name.toLowerCase()));
  return tags.filter((tag) => !tagNames.includes(tag) && lower.has(tag.toLowerCase()));
}

/** A removed tag that is still named, or an added one that is not. */
function contradicts(
  { kind, tagNames }: Change,
  told: readonly string[],
  { detailsTags }: Partial<Learnt>,
): boolean {
  if (kind === 'removal') return detailsTags !== 'other' && tagNames.some((name) => told.includes(name));
  return detailsTags === 'after' && tagNames.some((name) => !told.includes(name));
}
