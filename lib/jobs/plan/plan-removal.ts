import type { Preview } from '@/lib/preview/preview';
import { ProblemError } from '@/lib/problem';
import type { Batch, Job } from '../job';
import { actionOf, batchSize, cutBatches, markRepeated, standardLimits, type BatchLimits } from './batches';

type PreviewRecord = Preview['records'][number];

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
  if (records.length === 0) throw new ProblemError('noTagChosen');
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
  return { job, batches: batchesOf(job, records, preview.readAt, limits) };
}

/** So many names that they leave no room for the ids of a full call are taken off in several waves. */
function batchesOf(
  job: Job,
  records: readonly PreviewRecord[],
  readAt: number,
  limits: BatchLimits = standardLimits,
): Batch[] {
  const waves = namesThatFit(job, records, limits).map((names, wave) => {
    const chosen = new Set(names);
    const having = records.filter(({ tags }) => tags.some((tag) => chosen.has(tag)));
    return cutBatches(job, names, having, { wave, readAt, limits });
  });
  return markRepeated(waves.flat()).map((batch, index) => ({ ...batch, index }));
}

/** The chosen names in parts, each as long as fits beside the ids of a full call; one name at least. */
function namesThatFit(
  { kind, module, tagNames }: Job,
  records: readonly PreviewRecord[],
  limits: BatchLimits,
): string[][] {
  const idLength = records.reduce((longest, { id }) => Math.max(longest, id.length), 1);
  const wanted = Math.min(limits.records, records.length);
  const fits = (names: string[]) => batchSize(actionOf({ kind }), module, names, idLength, limits) >= wanted;
  const parts: string[][] = [];
  for (const name of tagNames) {
    const last = parts.at(-1);
    if (last && fits([...last, name])) last.push(name);
    else parts.push([name]);
  }
  return parts;
}
