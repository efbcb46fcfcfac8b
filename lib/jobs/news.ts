import { isUnderWay, type Job } from './job';

/** Milliseconds after which nobody is looking on any more. */
const long = 10_000;

/** Whether a job has ceased to run, and the user has not seen since how it stands. */
export function isNews({ state, endedAt, seenAt }: Pick<Job, 'state' | 'endedAt' | 'seenAt'>): boolean {
  return !isUnderWay({ state }) && endedAt !== undefined && (seenAt === undefined || seenAt < endedAt);
}

/** Ten minutes, in milliseconds: a result that was known for longer is no news. */
const recent = 600_000;

/** Whether the user has not seen a result yet, however long ago it came, or has only just. */
export function isNewOrRecent(job: Pick<Job, 'state' | 'endedAt' | 'seenAt'>): boolean {
  const { endedAt = 0, seenAt = 0 } = job;
  return isNews(job) || Math.max(endedAt, seenAt) > Date.now() - recent;
}

/** Whether a job does not go on unless the user mends something or signs in. Those queued behind it are not meant. */
export function needsUser({
  state,
  resumeAt,
  startedAt,
}: Pick<Job, 'state' | 'resumeAt' | 'startedAt'>): boolean {
  return state === 'stopped' || (state === 'waiting' && resumeAt === undefined && startedAt !== undefined);
}

/** Whether a job has taken so long, its waits with it, that the user is likely to have turned to something else. */
export function wasLong({ createdAt, endedAt = createdAt }: Pick<Job, 'createdAt' | 'endedAt'>): boolean {
  return endedAt - createdAt > long;
}
