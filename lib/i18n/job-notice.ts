import type { Account } from '@/lib/jobs/account/account';
import { isMendedByAccess } from '@/lib/problem';
import { explainProblem } from './explain-problem';
import { formatList } from './format-list';
import { resultText } from './result-text';
import { translate } from './translate';
import { waitingText } from './waiting-text';

export interface JobNotice {
  title: string;
  message: string;
}

/** What a notification says of a job that has ended, or does not go on without the user. */
export function jobNotice(account: Account): JobNotice {
  const { job, changed, failed, open, total, settled } = account;
  const result = resultText(account);
  const failures = failed.length > 0 ? translate('result.failed', { count: failed.length }) : undefined;
  const untouched = total - settled - open;
  if (job.state === 'waiting') {
    const isForAccess = job.problem && isMendedByAccess(job.problem);
    return { title: translate(isForAccess ? 'notice.access' : 'notice.signIn'), message: waitingText(job) };
  }
  if (job.state === 'stopped') {
    return {
      title: translate('notice.stopped'),
      message: inLines(
        job.problem && explainProblem(job.problem),
        changed > 0 ? result : undefined,
        untouched > 0 ? translate('result.left', { count: untouched }) : undefined,
      ),
    };
  }
  const tags = formatList(job.tagNames.map((tag) => translate('given.quoted', { tag })));
  const doubt = open > 0 ? translate('result.open', { count: open }) : undefined;
  return {
    title: result ?? failures ?? doubt ?? translate('app.name'),
    message: inLines(
      translate('notice.tags', { count: job.tagNames.length, tags }),
      result && failures,
      (result ?? failures) && doubt,
    ),
  };
}

function inLines(...lines: (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined).join('\n');
}
