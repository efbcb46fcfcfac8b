import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import { isMendedByAccess, type Problem, type ProblemCode } from '@/lib/problem';
import type { Job } from '../job';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What passes by itself, however long it takes: the job is tried again, less and less often. */
const passing = new Set<ProblemCode>(['networkDown', 'tooManyRequests', 'signInBusy']);

/** What passes by itself, or else the user is asked. */
const oftenPassing = new Set<ProblemCode>([
  'serverError',
  'answerUnreadable',
  'signInFailed',
  'tokensExhausted',
]);

/**
 * How often in a row a job waits for Bigin without getting any further, before the user is asked. Waits for something else
 * count for half of that at most, so that they neither use up its patience nor have it ask as often as at first.
 */
const mostWaits = 8;

/** First and longest wait; the shortest is what browsers' alarms keep. In milliseconds. */
const firstWait = minute / 2;
const longestWait = 15 * minute;

/** What needs the user is told, though they put the job aside before. */
const forUser = { dismissed: false } as const;

interface Failure {
  job: Job;
  /** Whether records were settled since the job last began to run. */
  isFurther: boolean;
  /** All jobs of the journal. */
  jobs: readonly Job[];
  /** In milliseconds since 1970. */
  now: number;
  /** From 0 to 1. */
  chance: number;
}

/** How a job stands after a call has failed for good: it waits where time, a sign-in or a permission mends it, or it stops. */
export function endAfterFailure(error: unknown, failure: Failure): Partial<Job> {
  const { job, isFurther, now } = failure;
  const problem = explain(error);
  const most = causeOf(problem) === causeOf(job.problem) ? Infinity : mostWaits / 2;
  const waits = isFurther ? 1 : Math.min((job.waits ?? 0) + 1, most);
  const waiting = { state: 'waiting', problem, waits, endedAt: now } as const;
  if (problem.code === 'signInNeeded' || isMendedByAccess(problem))
    return { ...waiting, ...forUser, resumeAt: undefined };
  if (problem.code === 'creditsSpent') return { ...waiting, resumeAt: creditsAt(failure, waits) };
  // A 429 may be for spent credits too, of which Bigin need not tell.
  const mayWait = passing.has(problem.code) || (oftenPassing.has(problem.code) && waits <= mostWaits);
  if (!mayWait) return { ...forUser, state: 'stopped', problem, endedAt: now };
  const asked = error instanceof BiginError ? (error.retryAfter ?? 0) : 0;
  const longest = problem.code === 'tooManyRequests' ? hour : longestWait;
  return { ...waiting, resumeAt: now + Math.max(asked, pause(waits, longest, failure.chance)) };
}

/** What a job waits for: a Bigin that is out of order answers now this way and now that. */
function causeOf(problem?: Problem): ProblemCode | undefined {
  return problem && oftenPassing.has(problem.code) ? 'serverError' : problem?.code;
}

/** Doubles, with a quarter of it left to chance so that clients do not come back together. */
function pause(waits: number, most: number, chance: number): number {
  const whole = Math.min(most, firstWait * 2 ** (waits - 1));
  return whole * (1 + chance / 4);
}

/**
 * Credits come back as those of 24 hours ago leave the count (source: api-limits documentation). When that begins is
 * known only for what our own jobs spent; others' come back unseen, so it is tried after an hour, and then less and
 * less often: tries that fail spend credits too, and must not eat up what comes back.
 */
function creditsAt({ job, jobs, now }: Failure, waits: number): number {
  const ours = jobs.filter(
    ({ connectionId, createdAt }) => connectionId === job.connectionId && createdAt > now - day,
  );
  const unseen = now + Math.min(day, hour * 2 ** (waits - 1));
  return Math.max(now + 5 * minute, Math.min(unseen, ...ours.map(({ createdAt }) => createdAt + day)));
}
