import { isDataCenterId } from '@/lib/bigin/data-centers';
import type { Problem } from '@/lib/problem';
import { dataCenterName } from './data-center-name';
import { moduleList } from './module-label';
import { hasMessage, translate } from './translate';

/** The sentence that tells the user of a problem. */
export function explainProblem({ code, values }: Problem): string {
  const { dataCenter, modules } = values ?? {};
  return translate(`problem.${code}`, {
    ...values,
    ...(isDataCenterId(dataCenter) && { dataCenter: dataCenterName(dataCenter) }),
    ...(typeof modules === 'string' && { modules: moduleList(modules.split(',')) }),
  });
}

/** The sentence for a record that Bigin refused, by Bigin's code. */
export function explainFailure(code: string): string {
  const key = `failure.${code}`;
  return hasMessage(key) ? translate(key) : translate('failure.other', { code });
}

/** What happened, where there is nothing to do about it but to wait. */
export function explainWait(problem: Problem): string {
  const key = `waiting.${problem.code}`;
  return hasMessage(key) ? translate(key, problem.values) : explainProblem(problem);
}
