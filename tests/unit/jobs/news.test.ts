import { describe, expect, it } from 'vitest';
import { isNews, needsUser, wasLong } from '@/lib/jobs/news';
import { aJob } from '../support/a-job';

describe('how a job stands', () => {
  it.each([
    [{ state: 'finished', endedAt: 5 }, true],
    [{ state: 'finished', endedAt: 5, seenAt: 4 }, true],
    [{ state: 'finished', endedAt: 5, seenAt: 5 }, false],
    [{ state: 'waiting', endedAt: 5 }, true],
    // It runs again, and has ended before.
    [{ state: 'running', endedAt: 5 }, false],
    [{ state: 'running' }, false],
    // Paused before its turn came.
    [{ state: 'paused' }, false],
  ] as const)('is news until it was seen: %j, %s', (changes, isSo) => {
    expect(isNews(aJob(changes))).toBe(isSo);
  });

  it.each([
    [{ state: 'stopped' }, true],
    [{ state: 'waiting', startedAt: 1 }, true],
    [{ state: 'waiting', startedAt: 1, resumeAt: 9 }, false],
    // Queued behind one that waits for the user.
    [{ state: 'waiting' }, false],
    [{ state: 'finished' }, false],
    [{ state: 'paused' }, false],
    [{ state: 'running', startedAt: 1 }, false],
  ] as const)('calls for the user where nothing else mends it: %j, %s', (changes, isSo) => {
    expect(needsUser(aJob(changes))).toBe(isSo);
  });

  it('was long above ten seconds, its waits with it', () => {
    expect(wasLong(aJob({ createdAt: 1_000, endedAt: 11_000 }))).toBe(false);
    expect(wasLong(aJob({ createdAt: 1_000, endedAt: 11_001 }))).toBe(true);
    expect(wasLong(aJob({ createdAt: 1_000 }))).toBe(false);
  });
});
