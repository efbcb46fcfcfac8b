import { jobNotice } from '@/lib/i18n/job-notice';
import { translate } from '@/lib/i18n/translate';
import { accountOf } from '@/lib/jobs/account/account-of';
import { canBeUndone } from '@/lib/jobs/account/can-be-undone';
import type { Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { needsUser, wasLong } from '@/lib/jobs/news';
import { hasButtons, notify, onNotificationPressed } from './notifications';
import { openHistory } from './open-history';
import { undoRemoval, type Removals } from './removals';
import { isOwnPageVisible } from './visible-pages';

/** A notification is named for its job, so that a press is understood by a worker that did not show it. */
const prefix = 'job-';

/** Tells how a job has ended, or that it waits for the user, where they would not see it otherwise. */
export async function tellEnd(journal: Journal, jobId: string): Promise<void> {
  const job = await journal.readJob(jobId);
  if (!job || !(await isToBeTold(job))) return;
  const account = accountOf(job, await journal.readBatches(jobId));
  const { title, message } = jobNotice(account);
  const canUndo = canBeUndone(account);
  await notify({
    id: prefix + jobId,
    title,
    message: canUndo && !hasButtons ? `${message}\n${translate('notice.undoByClick')}` : message,
    buttons: canUndo ? [translate('result.undo')] : [],
  });
}

async function isToBeTold(job: Job): Promise<boolean> {
  const { state, inPassing = false, tellEnd: isAskedFor = false } = job;
  const isNews = needsUser(job) || (state === 'finished' && (wasLong(job) || inPassing || isAskedFor));
  return isNews && (inPassing || !(await isOwnPageVisible()));
}

/** A press on a notification's button takes its removal back; anywhere else on it, it opens the job's account. */
export function answerNotifications(removals: Promise<Removals>): void {
  onNotificationPressed(async (id, button) => {
    if (!id.startsWith(prefix)) return;
    const jobId = id.slice(prefix.length);
    if (button === undefined) await openHistory(jobId);
    else await undoInPassing(await removals, jobId);
  });
}

/** The undo's end is told in turn; where there can be none, the account says why. */
async function undoInPassing(removals: Removals, jobId: string): Promise<void> {
  try {
    const undoId = await undoRemoval(removals, jobId);
    await removals.journal.updateJob(undoId, () => ({ inPassing: true }));
  } catch {
    await openHistory(jobId);
  }
}
