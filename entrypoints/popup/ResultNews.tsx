import { resultText } from '@/lib/i18n/result-text';
import type { Account } from '@/lib/jobs/account/account';

/**
 * Reads a result out. It is there before there is a result, and stays while the views change: a screen reader tells what
 * comes into what it knows, and passes over what comes along with its text.
 */
export function ResultNews({ result }: { result: Account | undefined }) {
  const text = result && resultText(result);
  // A result that says the same as the one before it is news too.
  return <output className="visually-hidden">{text && <span key={result.job.id}>{text}</span>}</output>;
}
