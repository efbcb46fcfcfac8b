import { changeLimit, changeUrlBytes, type TagChange } from '@/lib/bigin/endpoints/change-tags';
import type { Batch, BatchRecord, Job } from '../job';

export interface BatchLimits {
  /** Most records in a call. */
  records: number;
  /** Most bytes in a call's URL, without its host. Whether every gateway takes 10 kB is unknown. */
  urlBytes: number;
}

const defaultLimits: BatchLimits = { records: changeLimit, urlBytes: 14_000 };

/** Cuts records into batches, numbered from `firstIndex`, that keep both limits. */
export function cutBatches(
  job: Pick<Job, 'id' | 'kind' | 'module'>,
  tagNames: string[],
  records: readonly BatchRecord[],
  { firstIndex = 0, limits = defaultLimits }: { firstIndex?: number; limits?: BatchLimits } = {},
): Batch[] {
  const size = batchSize(job, tagNames, records, limits);
  const batches: Batch[] = [];
  for (let start = 0; start < records.length; start += size) {
    const index = firstIndex + batches.length;
    batches.push({
      jobId: job.id,
      index,
      tagNames,
      state: 'planned',
      records: records.slice(start, start + size),
    });
  }
  return batches;
}

/** The first index that no batch has. */
export function indexAfter(batches: readonly Batch[]): number {
  return batches.reduce((next, { index }) => Math.max(next, index + 1), 0);
}

/** The API action of a job. */
export function actionOf({ kind }: Pick<Job, 'kind'>): TagChange['action'] {
  return kind === 'undo' ? 'add_tags' : 'remove_tags';
}

/** Ids of one organization have one length, so the first ids tell what any batch costs in bytes. */
function batchSize(
  job: Pick<Job, 'kind' | 'module'>,
  tagNames: string[],
  records: readonly BatchRecord[],
  limits: BatchLimits,
): number {
  const action = actionOf(job);
  const bytes = (count: number) =>
    changeUrlBytes({
      action,
      module: job.module,
      tagNames,
      ids: records.slice(0, count).map(({ id }) => id),
    });
  let size = Math.min(limits.records, records.length);
  while (size > 1 && bytes(size) > limits.urlBytes) size = Math.ceil(size / 2);
  return Math.max(1, size);
}
