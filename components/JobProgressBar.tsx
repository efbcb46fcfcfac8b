import type { JobProgress } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { rateText, timeLeftText } from '@/lib/i18n/rate-text';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { Progress } from './Progress';
import { TagNames } from './TagNames';
import { useJobRate } from './useJobRate';

export function JobProgressBar({ progress }: { progress: JobProgress }) {
  const { job, settled, total } = progress;
  const rate = useJobRate(progress);
  const title = translate(titleOf(job), { tags: job.tagNames.length });
  const text = translate('run.progress', { settled, total });
  const key = noteOf(job);
  const note = key ? translate(key, { settled, total }) : text;
  const pace = rate === undefined ? '' : `${rateText(rate)} · ${timeLeftText(total - settled, rate)}`;
  return (
    <Progress
      title={title}
      text={text}
      done={{ count: settled, total }}
      note={note}
      // A job that waits has none, and may do so for hours.
      pace={job.state === 'waiting' ? undefined : pace}
      // Calls that are under way still count while it is paused: that it is, is told once.
      news={job.state === 'paused' ? translate('history.state.paused') : key && note}
    >
      <TagNames names={job.tagNames} />
    </Progress>
  );
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
