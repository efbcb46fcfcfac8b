import { parsePageUrl } from '@/lib/bigin/page-url';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import { moduleLabel } from '@/lib/i18n/module-label';
import type { JobOrg } from './job-org';

export const stateFilters = ['all', 'underWay', 'finished', 'cancelled', 'stopped', 'undone'] as const;

export type StateFilter = (typeof stateFilters)[number];

/** Fewer digits than this stand in too many record ids to be worth a look. */
const fewestDigits = 6;

/** The record id, or part of one, that a text to search for names, alone or in a link to the record. */
export function recordIdIn(text: string): string | undefined {
  // As our own export and others' write ids.
  const trimmed = text.trim().replace(/^zcrm_/, '');
  const id = /^\d+$/.test(trimmed) ? trimmed : parsePageUrl(trimmed)?.recordId;
  return id !== undefined && id.length >= fewestDigits ? id : undefined;
}

interface Wanted {
  /** Words of tags, organizations and modules, or a record's id. */
  text: string;
  state: StateFilter;
  /** The jobs that the record which the text names stands in. */
  ofRecord: ReadonlySet<string>;
  orgOf: (job: Job) => JobOrg;
}

/** The jobs that have every word, or the record, and stand as is wanted. */
export function findJobs(jobs: readonly Job[], { text, state, ofRecord, orgOf }: Wanted): Job[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return jobs.filter((job) => {
    if (!isIn(state, job)) return false;
    if (ofRecord.has(job.id)) return true;
    const { name, words: ownWords } = orgOf(job);
    const labels = [1, 2].map((count) => moduleLabel(job.module, count, ownWords));
    const facts = [...job.tagNames, name, job.org, job.module, ...labels];
    const haystack = facts.join('\n').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

function isIn(filter: StateFilter, job: Job): boolean {
  if (filter === 'all') return true;
  if (filter === 'underWay') return isUnfinished(job);
  if (filter === 'undone') return job.undoneBy !== undefined;
  return job.state === filter && job.undoneBy === undefined;
}
