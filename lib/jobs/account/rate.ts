import type { JobProgress } from './account';

/** How many records were settled at a time, in milliseconds since 1970. */
export interface Sample {
  at: number;
  settled: number;
}

/** How long samples count, in milliseconds: long enough to smooth a batch's size, short enough to follow a change. */
const window = 20_000;

/** Less than this, in milliseconds, tells nothing of a rate. */
const shortest = 2_000;

/** A job that did not begin so soon after it was asked for, in milliseconds, has been queued or begun again. */
const soon = 2_000;

/**
 * With one more sample; the first one goes back to the job's beginning where its journal tells what happened since:
 * it has neither waited nor been paused. None while it does not run, so that a pause does not count.
 */
export function withSample(samples: readonly Sample[], { job, settled }: JobProgress, at: number): Sample[] {
  if (job.state !== 'running' || job.startedAt === undefined) return [];
  const isUnbroken = job.endedAt === undefined && job.startedAt - job.createdAt <= soon;
  const before = samples.length === 0 && isUnbroken ? [{ at: job.startedAt, settled: 0 }] : samples;
  const since = before.findLastIndex((sample) => sample.at <= at - window);
  return [...before.slice(Math.max(0, since)), { at, settled }];
}

/** Records a millisecond over the samples; `undefined` where they do not tell. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < shortest || last.settled <= first.settled) return undefined;
  return (last.settled - first.settled) / (last.at - first.at);
}
