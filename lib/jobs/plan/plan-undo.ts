import { ProblemError } from '@/lib/problem';
import type { Batch, BatchRecord, Job } from '../job';
import { cutBatches } from './batches';
import type { Plan } from './plan-removal';

/**
 * The calls that give back exactly what a removal took: records that lost the same tags share calls.
 * Throws a `ProblemError` where the removal changed nothing, or was taken back already.
 */
export function planUndo(removal: Job, batches: readonly Batch[], jobId: string, now: number): Plan {
  const groups = new Map<string, { tagNames: string[]; records: BatchRecord[] }>();
  for (const { id, tags, outcome } of batches.flatMap((batch) => batch.records)) {
    if (outcome?.kind !== 'done' || outcome.changed.length === 0) continue;
    const tagNames = outcome.changed.toSorted();
    const key = JSON.stringify(tagNames);
    const group = groups.get(key) ?? { tagNames, records: [] };
    group.records.push({ id, tags: tags.filter((tag) => !tagNames.includes(tag)) });
    groups.set(key, group);
  }
  if (groups.size === 0 || removal.undoneBy || removal.kind === 'undo')
    throw new ProblemError('nothingToUndo');
  const { connectionId, dataCenter, org, module, tagNames, tabId, selectionKey } = removal;
  const job: Job = {
    id: jobId,
    kind: 'undo',
    connectionId,
    dataCenter,
    org,
    module,
    tagNames,
    tabId,
    selectionKey,
    createdAt: now,
    state: 'running',
    undoOf: removal.id,
    dismissed: false,
  };
  const undoBatches: Batch[] = [];
  for (const group of groups.values()) {
    undoBatches.push(...cutBatches(job, group.tagNames, group.records, { firstIndex: undoBatches.length }));
  }
  return { job, batches: undoBatches };
}
