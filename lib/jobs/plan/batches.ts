import { changeLimit, changeUrlBytes, type TagChange } from '@/lib/bigin/endpoints/change-tags';
import type { Batch, BatchRecord, Job } from '../job';

export interface BatchLimits {
  /** Most records in a call. */
  records: number;
  /** Most bytes in a call's URL, without its host. Whether every gateway takes 10 kB is unknown. */
  urlBytes: number;
}

export const urlByteLimit = 14_000;

export const standardLimits: BatchLimits = { records: changeLimit, urlBytes: urlByteLimit };

interface Cut {
  /** Number of the first batch. */
  firstIndex?: number;
  wave?: number;
  /** When the records' tags were read, in milliseconds since 1970; long ago unless told. */
  readAt?: number;
  limits?: BatchLimits;
}

/** Cuts records into the fewest batches that keep both limits. */
export function cutBatches(
  job: Pick<Job, 'id' | 'kind' | 'module'>,
  tagNames: string[],
  records: readonly BatchRecord[],
  { firstIndex = 0, wave = 0, readAt = 0, limits = standardLimits }: Cut = {},
): Batch[] {
  const idLength = records.reduce((longest, { id }) => Math.max(longest, id.length), 1);
  const size = batchSize(actionOf(job), job.module, tagNames, idLength, limits);
  const batches: Batch[] = [];
  for (let start = 0; start < records.length; start += size) {
    batches.push({
      jobId: job.id,
      index: firstIndex + batches.length,
      tagNames,
      wave,
      state: 'planned',
      readAt,
      records: records.slice(start, start + size),
    });
  }
  return batches;
}

/** How many records with ids of the given length fit into one call. */
export function batchSize(
  action: TagChange['action'],
  module: Job['module'],
  tagNames: readonly string[],
  idLength: number,
  limits: BatchLimits,
): number {
  const id = '0'.repeat(idLength);
  const bytes = (ids: string[]) => changeUrlBytes({ action, module, tagNames, ids });
  const withTwo = bytes([id, id]);
  const forEach = idLength + 1;
  const fitting = 2 + Math.floor((limits.urlBytes - withTwo) / forEach);
  return Math.max(1, Math.min(limits.records, fitting));
}

/** The first index that no batch has. */
export function indexAfter(batches: readonly Pick<Batch, 'index'>[]): number {
  return batches.reduce((next, { index }) => Math.max(next, index + 1), 0);
}

/** The API action of a job. */
export function actionOf({ kind }: Pick<Job, 'kind'>): TagChange['action'] {
  return kind === 'undo' ? 'add_tags' : 'remove_tags';
}

/** A record that stands in several batches is counted in the first. */
export function markRepeated(batches: readonly Batch[]): Batch[] {
  const seen = new Set<string>();
  return batches.map((batch) => ({
    ...batch,
    records: batch.records.map((record) => {
      if (seen.has(record.id)) return { ...record, again: true };
      seen.add(record.id);
      return record;
    }),
  }));
}
