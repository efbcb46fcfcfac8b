import type { Account } from '@/lib/jobs/account/account';
import { translate } from '@/lib/i18n/translate';
import { Progress } from './Progress';

export function JobProgress({ account: { job, settled, total } }: { account: Account }) {
  const title = translate(job.kind === 'undo' ? 'run.restoring' : 'run.removing', {
    tags: job.tagNames.length,
  });
  const text = translate('run.progress', { settled, total });
  const note = job.state === 'cancelling' ? translate('run.cancelling') : text;
  return <Progress title={title} text={text} done={{ count: settled, total }} note={note} />;
}
