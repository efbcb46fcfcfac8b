import type { Account } from '@/lib/jobs/account/account';
import { resultText } from './result-text';
import { translate } from './translate';

/** What came of a job's records, a sentence each: what it has done, what failed, and of what the answer was lost. */
export function resultSentences(account: Account): string[] {
  const { failed, open } = account;
  return [
    resultText(account),
    failed.length > 0 ? translate('result.failed', { count: failed.length }) : undefined,
    open > 0 ? translate('result.open', { count: open }) : undefined,
  ].filter((sentence) => sentence !== undefined);
}
