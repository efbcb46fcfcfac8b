import { describe, expect, it } from 'vitest';
import type { JobProgress } from '@/lib/jobs/account/account';
import { rateOf, withSample, type Sample } from '@/lib/jobs/account/rate';
import type { Job } from '@/lib/jobs/job';
import { aJob } from '../../support/a-job';

const begun = { createdAt: 0, startedAt: 0, state: 'running' } as const;
const progress = (settled: number, job: Partial<Job> = {}): JobProgress => ({
  job: aJob({ ...begun, ...job }),
  total: 10_000,
  settled,
  open: 0,
  changed: settled,
});

/** The rate, in records a second, after samples at these seconds. */
function rate(samples: readonly (readonly [second: number, settled: number])[], job?: Partial<Job>) {
  let all: Sample[] = [];
  for (const [second, settled] of samples) all = withSample(all, progress(settled, job), second * 1000);
  const found = rateOf(all);
  return found === undefined ? undefined : Math.round(found * 1000);
}

describe('the rate of a job', () => {
  it('is what the samples of the last seconds say', () => {
    expect(
      rate([
        [1, 100],
        [2, 200],
        [3, 300],
        [4, 400],
      ]),
    ).toBe(100);
  });

  it('is told at once where the journal tells all that happened since the job began', () => {
    expect(rate([[30, 3000]])).toBe(100);
  });

  it.each([
    ['was queued first', { startedAt: 20_000 }],
    ['was begun again by another worker', { startedAt: 29_000 }],
    ['has waited or was paused', { endedAt: 10_000, startedAt: 12_000 }],
    ['has waited or was paused soon', { endedAt: 500, startedAt: 1_000 }],
  ])('is not told from the beginning of a job that %s', (_, job) => {
    expect(rate([[30, 3000]], job)).toBeUndefined();
    expect(
      rate(
        [
          [30, 3000],
          [33, 3300],
        ],
        job,
      ),
    ).toBe(100);
  });

  it.each([
    ['is queued', { startedAt: undefined }],
    ['is paused', { state: 'paused' }],
    ['waits', { state: 'waiting' }],
    ['is being cancelled', { state: 'cancelling' }],
  ] as const)('is not told of a job that %s', (_, job) => {
    expect(
      rate(
        [
          [1, 100],
          [9, 900],
        ],
        job,
      ),
    ).toBeUndefined();
  });

  it('is not told before it means anything', () => {
    expect(rate([[1, 500]])).toBeUndefined();
    expect(
      rate([
        [10, 0],
        [20, 0],
      ]),
    ).toBeUndefined();
  });

  it('follows a change within its window', () => {
    const slow = Array.from({ length: 30 }, (_, second) => [second, second * 10] as const);
    const fast = Array.from({ length: 25 }, (_, second) => [30 + second, 300 + second * 100] as const);
    expect(rate([...slow, ...fast])).toBe(100);
  });

  it('is told from the beginning of a job that began two seconds after it was asked for, and of none later', () => {
    const asked = 60_000;
    expect(rate([[92, 3000]], { createdAt: asked, startedAt: asked + 2_000 })).toBe(100);
    expect(rate([[92, 3000]], { createdAt: asked, startedAt: asked + 2_001 })).toBeUndefined();
  });

  it('goes by the time between the samples, not by when they were taken', () => {
    const job = { createdAt: 0, startedAt: 50_000 };
    const samples = (last: number) => [[100, 0] as const, [last, 200] as const];
    expect(rate(samples(101.999), job)).toBeUndefined();
    expect(rate(samples(102), job)).toBe(100);
  });

  it('sinks while nothing comes', () => {
    expect(
      rate([
        [0, 0],
        [5, 500],
        [10, 500],
      ]),
    ).toBe(50);
  });

  it('does not count a pause', () => {
    const before = withSample([], progress(100), 1000);
    const paused = withSample(before, progress(100, { state: 'paused' }), 2000);
    expect(paused).toEqual([]);
  });
});
