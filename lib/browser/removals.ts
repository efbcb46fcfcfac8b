import { urlByteLimit } from '@/lib/jobs/plan/batches';
import type { Journal } from '@/lib/jobs/journal/journal';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import type { JobRunner } from '@/lib/jobs/run/job-runner';
import { findConnection } from '@/lib/oauth/connection-store';
import type { PreviewStore } from '@/lib/preview/preview-store';
import type { Previewer } from '@/lib/preview/previewer';
import { ProblemError } from '@/lib/problem';
import { readRunSettings } from '@/lib/settings/run-settings';

/** What removals are made with, all of it durable. */
export interface Removals {
  previews: PreviewStore;
  previewer: Previewer;
  journal: Journal;
  runner: JobRunner;
}

export interface RemovalOrder {
  previewId: string;
  tagNames: readonly string[];
  tabId: number;
  inPassing?: boolean;
}

/** Plans a removal from the records of a preview, and starts it; the id of its job. */
export async function startRemoval(
  { previews, previewer, runner }: Removals,
  { previewId, tagNames, tabId, inPassing }: RemovalOrder,
): Promise<string> {
  const preview = await previews.read(previewId);
  if (!preview) throw new ProblemError('previewGone');
  const limits = { records: (await readRunSettings()).batchCeiling, urlBytes: urlByteLimit };
  const request = { jobId: crypto.randomUUID(), preview, tagNames, tabId, now: Date.now(), limits };
  const { job, batches } = planRemoval(request);
  await previewer.forget(preview.connectionId);
  await runner.start({ job: { ...job, ...(inPassing && { inPassing }) }, batches });
  return job.id;
}

/** Starts to give back what a removal took; the id of the job that does. */
export async function undoRemoval({ journal, runner }: Removals, removalId: string): Promise<string> {
  const removal = await journal.readJob(removalId);
  // An undo that could not begin would be spent all the same.
  if (removal && !(await findConnection(removal.connectionId))) throw new ProblemError('noConnection');
  const undoId = crypto.randomUUID();
  await runner.undo(removalId, undoId);
  return undoId;
}
