import type { Problem } from '@/lib/problem';
import { translate, type MessageKey } from './translate';
import en from './locales/en.json';

/** The sentence that tells the user of a problem. */
export function explainProblem({ code, values }: Problem): string {
  return translate(`problem.${code}`, values);
}

/** The sentence for a record that Bigin refused, by Bigin's code. */
export function explainFailure(code: string): string {
  const key = `failure.${code}`;
  return key in en ? translate(key as MessageKey) : translate('failure.other', { code });
}
