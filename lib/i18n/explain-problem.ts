import { isDataCenterId } from '@/lib/bigin/data-centers';
import { hostsInProblem, type Problem } from '@/lib/problem';
import { dataCenterName } from './data-center-name';
import { hostList } from './host-list';
import { moduleList } from './module-label';
import { hasMessage, translate } from './translate';

/** The sentence that tells the user of a problem. */
export function explainProblem(problem: Problem): string {
  const key = `problem.${problem.code}` as const;
  return translate(hasMessage(key) ? key : 'problem.unexpected', wordsOf(problem));
}

/** The sentence for a record that Bigin refused, by Bigin's code. */
export function explainFailure(code: string): string {
  const key = `failure.${code}`;
  return hasMessage(key) ? translate(key) : translate('failure.other', { code });
}

/** What happened, where there is nothing to do about it but to wait. */
export function explainWait(problem: Problem): string {
  const key = `waiting.${problem.code}`;
  return hasMessage(key) ? translate(key, wordsOf(problem)) : explainProblem(problem);
}

/** What fills the blanks of a problem's sentences. */
function wordsOf(problem: Problem) {
  const { values } = problem;
  const { dataCenter, modules, hosts } = values ?? {};
  return {
    ...values,
    ...(isDataCenterId(dataCenter) && { dataCenter: dataCenterName(dataCenter) }),
    ...(typeof modules === 'string' && { modules: moduleList(modules.split(',')) }),
    ...(hosts !== undefined && { hosts: hostList(hostsInProblem(problem)) }),
  };
}
