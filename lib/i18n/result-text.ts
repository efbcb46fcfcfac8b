import type { Account } from '@/lib/jobs/account/account';
import { translate } from './translate';

/** What a job has done, in one sentence; nothing where its problem, cancellation or failures are all there is to say. */
export function resultText({ job, changed, changedTags, failed, open }: Account): string | undefined {
  if (changed > 0) {
    const key = job.kind === 'undo' ? 'result.restored' : 'result.removed';
    return translate(key, { tags: changedTags.length, records: changed });
  }
  if (job.state !== 'finished' || failed.length > 0 || open > 0) return undefined;
  const key = job.kind === 'undo' ? 'result.nothingToRestore' : 'result.nothing';
  return translate(key, { tags: job.tagNames.length });
}
