import { isDataCenterId } from '@/lib/bigin/data-centers';
import type { Problem } from '@/lib/problem';
import { dataCenterName } from './data-center-name';
import { translate, type MessageKey } from './translate';
import en from './locales/en.json';

/** The sentence that tells the user of a problem. */
export function explainProblem({ code, values }: Problem): string {
  const { dataCenter } = values ?? {};
  const named = isDataCenterId(dataCenter) && { dataCenter: dataCenterName(dataCenter) };
  return translate(`problem.${code}`, { ...values, ...named });
}

/** The sentence for a record that Bigin refused, by Bigin's code. */
export function explainFailure(code: string): string {
  const key = `failure.${code}`;
  return isKey(key) ? translate(key) : translate('failure.other', { code });
}

/** What happened, where there is nothing to do about it but to wait. */
export function explainWait(problem: Problem): string {
  const key = `waiting.${problem.code}`;
  return isKey(key) ? translate(key, problem.values) : explainProblem(problem);
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
