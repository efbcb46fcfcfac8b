import { useEffect, useSyncExternalStore } from 'react';
import { isNews } from '@/lib/jobs/news';
import type { Job } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';

/**
 * Tells the worker that the user sees how a job stands: the toolbar button need not call for it any more. A page that
 * lies behind another one shows nothing yet.
 */
export function useJobSeen(job: Job | undefined): void {
  const isVisible = useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
  const id = isVisible && job && isNews(job) ? job.id : undefined;
  useEffect(() => {
    // Where it is not heard, the button goes on calling.
    if (id !== undefined) void askWorker('seeJob', { jobId: id }).catch(() => undefined);
  }, [id]);
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
