import { useEffect } from 'react';
import { isNews } from '@/lib/jobs/news';
import type { Job } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';

/** Tells the worker that the user sees how a job stands: the toolbar button need not call for it any more. */
export function useJobSeen(job: Job): void {
  const isOpen = isNews(job);
  const { id } = job;
  useEffect(() => {
    // Where it is not heard, the button goes on calling.
    if (isOpen) void askWorker('seeJob', { jobId: id }).catch(() => undefined);
  }, [isOpen, id]);
}
