import { leftText } from '@/lib/i18n/left-text';
import { resultSentences } from '@/lib/i18n/result-sentences';
import type { Account } from '@/lib/jobs/account/account';

/**
 * Reads a result out. It is there before there is a result, and stays while the views change: a screen reader tells what
 * comes into what it knows, and passes over what comes along with its text.
 */
export function ResultNews({ result }: { result: Account | undefined }) {
  return (
    <output className="visually-hidden">
      {/* A result that says the same as the one before it is news too. */}
      {result && <span key={result.job.id}>{sentencesOf(result).join(' · ')}</span>}
    </output>
  );
}

function sentencesOf(result: Account): string[] {
  const left = leftText(result);
  return [...resultSentences(result), ...(left ? [left] : [])];
}
