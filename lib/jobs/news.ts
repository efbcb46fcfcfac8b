import { isUnderWay, type Job } from './job';

/** Milliseconds after which nobody is looking on any more. */
const long = 10_000;

/** Whether a job has ceased to run, and the user has not seen since how it stands. */
export function isNews({ state, endedAt, seenAt }: Pick<Job, 'state' | 'endedAt' | 'seenAt'>): boolean {
  return !isUnderWay({ state }) && endedAt !== undefined && (seenAt === undefined || seenAt < endedAt);
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
