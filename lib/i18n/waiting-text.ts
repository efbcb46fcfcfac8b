import type { Job } from '@/lib/jobs/job';
import { isMendedByAccess } from '@/lib/problem';
import { explainWait } from './explain-problem';
import { formatNearTime } from './format-time';
import { translate } from './translate';

/** Why a waiting job does not go on just now, and when it does. */
export function waitingText({ problem, resumeAt }: Pick<Job, 'problem' | 'resumeAt'>): string {
  const when = () => {
    if (resumeAt !== undefined) return translate('run.resumeAt', { when: formatNearTime(resumeAt) });
    return translate(problem && isMendedByAccess(problem) ? 'run.afterAccess' : 'run.afterSignIn');
  };
  return problem ? translate('sentences', { first: explainWait(problem), second: when() }) : when();
}
