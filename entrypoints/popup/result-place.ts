import { isAccount, type Account, type JobProgress } from '@/lib/jobs/account/account';
import { isNews } from '@/lib/jobs/news';

/** What has been seen of the newest job. */
export interface SeenResult {
  jobId: string;
  /** The selection that was there when the job was seen to be over; `undefined` while it is not over. */
  endedAt?: { selectionKey: string };
  /** The user went on to other records. */
  isLeft: boolean;
  /** The user had not seen the result before it came up here, nor was it whole since. */
  isNew: boolean;
}

/**
 * A result is shown whole until the user goes on to other records; who went on while the job ran sees it whole only
 * where not all went well. To have nothing selected is not to go on, but to be about something else (`isBypassed`) is.
 * What is not read yet (`undefined`) changes nothing.
 */
export function seeResult(
  before: SeenResult | undefined,
  account: JobProgress | null | undefined,
  selectionKey: string | undefined,
  isBypassed = false,
): SeenResult | undefined {
  if (account === undefined) return before;
  if (account === null) return undefined;
  const { id: jobId, selectionKey: ownKey } = account.job;
  const known = before?.jobId === jobId ? before : undefined;
  const isNew = isNews(account.job);
  if (!isAccount(account)) return { jobId, isLeft: false, isNew };
  if (known?.endedAt) {
    const goesOn = selectionKey !== undefined && selectionKey !== known.endedAt.selectionKey;
    const isLeft = known.isLeft || goesOn;
    return { ...known, isLeft, isNew: known.isNew && !isWhole(isLeft, selectionKey) };
  }
  const isElsewhere = selectionKey !== undefined && (selectionKey !== ownKey || isBypassed);
  const isLeft = isElsewhere && (!known || wentWell(account));
  return {
    jobId,
    endedAt: { selectionKey: selectionKey ?? ownKey },
    isLeft,
    isNew: isNew && !isWhole(isLeft, selectionKey),
  };
}

/** Whether a result is in place of all else: once it is known what is selected, and until the user goes on. */
function isWhole(isLeft: boolean, selectionKey: string | undefined): boolean {
  return selectionKey !== undefined && !isLeft;
}

/** Whether a job did all that it was to do. */
export function wentWell({ job, failed, open }: Account): boolean {
  return job.state === 'finished' && failed.length === 0 && open === 0;
}
