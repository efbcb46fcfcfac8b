import type { Account } from '@/lib/jobs/account/account';
import { isMendedByAccess } from '@/lib/problem';
import { explainProblem } from './explain-problem';
import { leftText } from './left-text';
import { quotedList } from './quoted-list';
import { resultSentences } from './result-sentences';
import { resultText } from './result-text';
import { translate } from './translate';
import { waitingText } from './waiting-text';

export interface JobNotice {
  title: string;
  message: string;
}

/** What a notification says of a job that has ended, or does not go on without the user. */
export function jobNotice(account: Account): JobNotice {
  const { job, changed } = account;
  if (job.state === 'waiting') {
    const isForAccess = job.problem && isMendedByAccess(job.problem);
    return { title: translate(isForAccess ? 'notice.access' : 'notice.signIn'), message: waitingText(job) };
  }
  if (job.state === 'stopped') {
    return {
      title: translate('notice.stopped'),
      message: inLines(
        job.problem && explainProblem(job.problem),
        changed > 0 ? resultText(account) : undefined,
        leftText(account),
      ),
    };
  }
  const [title = translate('app.name'), ...others] = resultSentences(account);
  return {
    title,
    message: inLines(
      translate('notice.tags', { count: job.tagNames.length, tags: quotedList(job.tagNames) }),
      ...others,
    ),
  };
}

function inLines(...lines: (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined).join('\n');
}
