import type { Job } from '@/lib/jobs/job';
import { explainWait } from './explain-problem';
import { formatNearTime } from './format-time';
import { translate } from './translate';

/** Why a waiting job does not go on just now, and when it does. */
export function waitingText({ problem, resumeAt }: Pick<Job, 'problem' | 'resumeAt'>): string {
  const when =
    resumeAt === undefined
      ? translate('run.afterSignIn')
      : translate('run.resumeAt', { when: formatNearTime(resumeAt) });
  return problem ? `${explainWait(problem)} ${when}` : when;
}
