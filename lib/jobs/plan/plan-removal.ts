import type { Preview } from '@/lib/preview/preview';
import { ProblemError } from '@/lib/problem';
import type { Batch, Job } from '../job';
import { cutBatches, type BatchLimits } from './batches';

export interface Plan {
  job: Job;
  batches: Batch[];
}

export interface RemovalRequest {
  jobId: string;
  preview: Preview;
  /** Exactly as the records carry them. */
  tagNames: readonly string[];
  tabId: number;
  now: number;
  limits?: BatchLimits;
}

/**
 * The calls that take the chosen tags off the records that have one of them; the others cost nothing.
 * Throws a `ProblemError` for a tag whose name has a comma, since Bigin separates names by commas, and where
 * nothing is left to do.
 */
export function planRemoval({ jobId, preview, tagNames, tabId, now, limits }: RemovalRequest): Plan {
  const chosen = new Set(tagNames);
  const withComma = tagNames.find((name) => name.includes(','));
  if (withComma !== undefined) throw new ProblemError('tagHasComma', { tag: withComma });
  const records = preview.records.filter(({ tags }) => tags.some((tag) => chosen.has(tag)));
  if (chosen.size === 0 || records.length === 0) throw new ProblemError('noTagChosen');
  const { connectionId, dataCenter, org, module, selectionKey } = preview;
  const job: Job = {
    id: jobId,
    kind: 'removal',
    connectionId,
    dataCenter,
    org,
    module,
    tagNames: [...chosen],
    tabId,
    selectionKey,
    createdAt: now,
    state: 'running',
    dismissed: false,
  };
  const cut = { readAt: preview.readAt, ...(limits && { limits }) };
  return { job, batches: cutBatches(job, job.tagNames, records, cut) };
}
