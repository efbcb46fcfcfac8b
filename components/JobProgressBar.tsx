import type { JobProgress } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { Progress } from './Progress';

export function JobProgressBar({ progress: { job, settled, total } }: { progress: JobProgress }) {
  const title = translate(titleOf(job), { tags: job.tagNames.length });
  const text = translate('run.progress', { settled, total });
  const key = noteOf(job);
  const note = key ? translate(key, { settled, total }) : text;
  return <Progress title={title} text={text} done={{ count: settled, total }} note={note} />;
}

function titleOf({ kind, state, startedAt }: Job): MessageKey {
  const isOn = state === 'cancelling' || (state === 'running' && startedAt !== undefined);
  if (kind === 'undo') return isOn ? 'run.restoring' : 'run.restore';
  return isOn ? 'run.removing' : 'run.remove';
}

/** What is said in place of the bare numbers. */
function noteOf({ state, startedAt }: Job): MessageKey | undefined {
  if (state === 'cancelling') return 'run.cancelling';
  if (state === 'paused') return 'run.paused';
  return state === 'running' && startedAt === undefined ? 'run.queued' : undefined;
}
