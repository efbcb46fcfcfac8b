import { ProblemError } from '@/lib/problem';
import { recordAccounts, type RecordAccount } from '../account/record-accounts';
import type { Batch, BatchRecord, Job } from '../job';
import { batchSize, cutBatches, markRepeated, standardLimits, type BatchLimits } from './batches';
import type { Plan } from './plan-removal';

export interface UndoRequest {
  removal: Job;
  batches: readonly Batch[];
  jobId: string;
  now: number;
  limits?: BatchLimits;
}

/**
 * The fewest calls that give back exactly what a removal took. Throws a `ProblemError` where the removal changed
 * nothing, or was taken back already.
 */
export function planUndo({ removal, batches, jobId, now, limits = standardLimits }: UndoRequest): Plan {
  const lost = recordAccounts(batches).filter(({ changed }) => changed.length > 0);
  if (lost.length === 0 || removal.undoneBy || removal.kind === 'undo')
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
  return { job, batches: fewestBatches(job, lost, limits) };
}

/**
 * Records that lost the same tags share a call. What fills no call that way can also be given back tag by tag,
 * which is fewer calls where many different sets of tags were lost; then a record stands in several waves, since
 * two changes of one record must not be under way at once.
 */
function fewestBatches(job: Job, lost: readonly RecordAccount[], limits: BatchLimits): Batch[] {
  const whole: Group[] = [];
  const rest: Group[] = [];
  for (const group of groupBySet(lost)) {
    const size = batchSize('add_tags', job.module, group.tagNames, group.records[0]?.id.length ?? 1, limits);
    const fitting = group.records.length - (group.records.length % size);
    if (fitting > 0) whole.push({ ...group, records: group.records.slice(0, fitting) });
    if (fitting < group.records.length) rest.push({ ...group, records: group.records.slice(fitting) });
  }
  const bySet = rest.flatMap((group) => cut(job, group, 0, limits));
  const byTag = groupByTag(rest).flatMap((group, wave) => cut(job, group, wave, limits));
  const chosen = byTag.length < bySet.length ? markRepeated(byTag) : bySet;
  const all = [...whole.flatMap((group) => cut(job, group, 0, limits)), ...chosen];
  return all.map((batch, index) => ({ ...batch, index }));
}

interface Group {
  tagNames: string[];
  records: BatchRecord[];
}

function groupBySet(lost: readonly RecordAccount[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { id, before, changed } of lost) {
    const tagNames = changed.toSorted();
    const key = JSON.stringify(tagNames);
    const group = groups.get(key) ?? { tagNames, records: [] };
    group.records.push({ id, tags: before.filter((tag) => !tagNames.includes(tag)) });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupByTag(groups: readonly Group[]): Group[] {
  const names = new Set(groups.flatMap(({ tagNames }) => tagNames));
  return [...names].map((name) => ({
    tagNames: [name],
    records: groups.filter(({ tagNames }) => tagNames.includes(name)).flatMap(({ records }) => records),
  }));
}

function cut(job: Job, { tagNames, records }: Group, wave: number, limits: BatchLimits): Batch[] {
  return cutBatches(job, tagNames, records, { wave, limits });
}
