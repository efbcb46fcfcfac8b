import { describe, expect, it } from 'vitest';
import { isAccount, type Account } from '@/lib/jobs/account/account';
import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { canBeUndone } from '@/lib/jobs/account/can-be-undone';
import type { Job } from '@/lib/jobs/job';
import { aJob } from '../../support/a-job';

const job = aJob({ state: 'finished' });
const account = (changes: Partial<Account> = {}, ofJob: Partial<Job> = {}): Account => ({
  ...accountOf({ ...job, ...ofJob }, []),
  ...changes,
});

describe('a job', () => {
  it.each(['finished', 'cancelled', 'stopped'] as const)(
    'can be undone where it took something off, once it is over: %s',
    (state) => {
      expect(canBeUndone(account({ changed: 1 }, { state }))).toBe(true);
    },
  );

  it('can be undone where it may have taken something off', () => {
    expect(canBeUndone(account({ open: 1 }))).toBe(true);
    expect(canBeUndone(account({ changed: 2, open: 2 }))).toBe(true);
  });

  it.each<[string, Partial<Account>, Partial<Job>]>([
    ['it took nothing off', {}, {}],
    ['it is an undo', { changed: 1 }, { kind: 'undo' }],
    ['it was undone', { changed: 1 }, { undoneBy: 'u' }],
    ['it runs', { changed: 1 }, { state: 'running' }],
    ['it waits', { changed: 1 }, { state: 'waiting' }],
    ['it is paused', { changed: 1 }, { state: 'paused' }],
  ])('cannot be undone where %s', (_, changes, ofJob) => {
    expect(canBeUndone(account(changes, ofJob))).toBe(false);
  });

  it('is told record by record in its account, and not in its progress', () => {
    expect(isAccount(account())).toBe(true);
    expect(isAccount(progressOf(job, []))).toBe(false);
  });
});
