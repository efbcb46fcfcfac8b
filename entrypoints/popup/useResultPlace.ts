import { useState } from 'react';
import type { JobProgress } from '@/lib/jobs/account/account';
import { seeResult, type SeenResult } from './result-place';
import { useSurface } from './surface';

/** Where a job's result is told: in place of all else, in a line above what comes next, or not at all. */
export interface ResultPlace {
  place: 'whole' | 'line' | undefined;
  /** Shows it whole again. */
  open: () => void;
}

/** A popup shows the result of its selection; what stays open, as the user goes from one selection to the next. */
export function useResultPlace(
  account: JobProgress | null | undefined,
  selectionKey: string | undefined,
): ResultPlace {
  const { isLive } = useSurface();
  const [seen, setSeen] = useState<SeenResult>();
  const now = seeResult(seen, account, selectionKey);
  if (JSON.stringify(now) !== JSON.stringify(seen)) setSeen(now);

  const isShowable = isLive ? now?.endedAt && !now.isLeft : account?.job.selectionKey === selectionKey;
  const whole = isShowable && selectionKey !== undefined ? 'whole' : undefined;
  return {
    place: isLive && now?.isLeft ? 'line' : whole,
    open() {
      if (now && selectionKey !== undefined) setSeen({ ...now, endedAt: { selectionKey }, isLeft: false });
    },
  };
}
