import { explainProblem } from '@/lib/i18n/explain-problem';
import { formatList } from '@/lib/i18n/format-list';
import { moduleLabel, type ModuleWords } from '@/lib/i18n/module-label';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { waitingText } from '@/lib/i18n/waiting-text';
import { isUnderWay, isUnfinished, type Job } from '@/lib/jobs/job';
import type { JobCounts } from './job-counts';

/** `Remove 2 tags from 3 Contacts`; without a number until the records have been counted. */
export function jobTitle(
  { kind, module, tagNames }: Job,
  counts: JobCounts | undefined,
  words?: ModuleWords,
): string {
  const label = moduleLabel(module, counts?.total ?? 2, words);
  const records = counts ? translate('popup.records', { count: counts.total, module: label }) : label;
  const key = kind === 'undo' ? 'history.restore' : 'history.remove';
  return translate(key, { tags: tagNames.length, module: records });
}

/** How a job stands, in view of the one that took it back. */
export type JobStanding = Job['state'] | 'queued' | 'beingUndone' | 'undoneInPart' | 'undone';

export function standingOf(job: Job, undo: Job | undefined, undoCounts?: JobCounts): JobStanding {
  if (job.undoneBy !== undefined) {
    if (undo && isUnfinished(undo)) return 'beingUndone';
    const isInPart = undo && (undo.state !== 'finished' || (undoCounts?.failed ?? 0) > 0);
    return isInPart ? 'undoneInPart' : 'undone';
  }
  return job.state === 'running' && job.startedAt === undefined ? 'queued' : job.state;
}

const standingKeys = {
  queued: 'history.state.queued',
  running: 'history.state.running',
  cancelling: 'history.state.cancelling',
  paused: 'history.state.paused',
  waiting: 'history.state.waiting',
  finished: 'history.state.finished',
  cancelled: 'history.state.cancelled',
  stopped: 'history.state.stopped',
  beingUndone: 'history.state.beingUndone',
  undoneInPart: 'history.state.undoneInPart',
  undone: 'history.state.undone',
} as const satisfies Record<JobStanding, MessageKey>;

export function standingText(standing: JobStanding): string {
  return translate(standingKeys[standing]);
}

/** Why a job does not go on and what makes it; nothing where it does, or where it was taken back since. */
export function reasonText(job: Job): string | undefined {
  if (job.undoneBy !== undefined) return undefined;
  if (job.state === 'waiting') return waitingText(job);
  return job.state === 'stopped' && job.problem ? explainProblem(job.problem) : undefined;
}

/**
 * `3 records changed, 1 failed`; what there is none of is left out, what a job that goes on has yet to do, and what its
 * calls that are under way have still to tell.
 */
export function countsText(job: Job, { total, settled, open, changed, failed }: JobCounts): string {
  const counts: [MessageKey, number][] = [
    ['history.changed', changed],
    ['history.idle', settled - changed - failed],
    ['history.failed', failed],
    ['history.unknown', isUnderWay(job) ? 0 : open],
    ['history.untouched', isUnfinished(job) ? 0 : total - settled - open],
  ];
  const present = counts.filter(([, count]) => count > 0);
  return formatList(present.map(([key, count]) => translate(key, { count })));
}
