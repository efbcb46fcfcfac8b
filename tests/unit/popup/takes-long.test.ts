import { describe, expect, it } from 'vitest';
import { takesLong } from '@/entrypoints/popup/takes-long';
import { aJob } from '../support/a-job';

describe('a job takes long enough for its end to be told', () => {
  it.each([
    ['with many records', { state: 'running' }, 1_001, true],
    ['with few', { state: 'running' }, 1_000, false],
    ['where it waits for a time', { state: 'waiting', resumeAt: 9 }, 3, true],
    ['where it waits for the user to sign in or to allow access', { state: 'waiting' }, 5_000, false],
    ['where the user has paused it', { state: 'paused' }, 5_000, false],
    ['where it is being cancelled', { state: 'cancelling' }, 5_000, false],
  ] as const)('%s: %j of %i records, %s', (_, changes, total, isSo) => {
    expect(takesLong({ job: aJob(changes), total })).toBe(isSo);
  });
});
