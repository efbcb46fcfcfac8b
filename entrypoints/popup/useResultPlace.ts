import { useState } from 'react';
import { isAccount, type JobProgress } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { chooseParameter } from './parameters';
import { seeResult, wentWell, type SeenResult } from './result-place';
import { useSurface } from './surface';

/** Where a job's result is told: in place of all else, in a line above what comes next, or not at all. */
export interface ResultPlace {
  place: 'whole' | 'line' | undefined;
  /** Shows it whole again. */
  open: () => void;
}

/**
 * Where the job's result is told, whatever the user has selected by now. What stays open while they go from one
 * selection to the next keeps the line; a popup has it for what they have not seen, and for what did not go well.
 * `isAside`: the job is not shown while it runs, so its end takes the place of nothing either.
 */
export function useResultPlace(
  account: JobProgress | null | undefined,
  selectionKey: string | undefined,
  isAside: boolean,
): ResultPlace {
  const { isLive } = useSurface();
  const [seen, setSeen] = useState<SeenResult>();
  const before = isAside && !seen?.endedAt ? undefined : seen;
  const now = seeResult(before, account, selectionKey, isBypassed(account?.job));
  if (JSON.stringify(now) !== JSON.stringify(seen)) setSeen(now);

  const ended = account && isAccount(account) ? account : undefined;
  const hasLine = ended && (isLive || now?.isNew || !wentWell(ended));
  const whole = now?.endedAt && selectionKey !== undefined ? 'whole' : undefined;
  const line = hasLine ? 'line' : undefined;
  return {
    place: now?.isLeft ? line : whole,
    open() {
      if (now && selectionKey !== undefined) setSeen({ ...now, endedAt: { selectionKey }, isLeft: false });
    },
  };
}

/** Whether the popup was opened after the job's end to remove certain tags: these come first. */
function isBypassed(job: Job | undefined): boolean {
  return chooseParameter().length > 0 && (job?.endedAt ?? 0) < performance.timeOrigin;
}
