import { describe, expect, it } from 'vitest';
import { accountOf } from '@/lib/jobs/account/account-of';
import { canBeRetried } from '@/lib/jobs/account/can-be-retried';
import type { Job } from '@/lib/jobs/job';
import { aJob } from '../../support/a-job';

const account = (codes: string[], ofJob: Partial<Job> = {}) => ({
  ...accountOf({ ...aJob({ state: 'finished' }), ...ofJob }, []),
  failed: codes.map((code, index) => ({ id: String(index + 1), code })),
});

describe('the records of a job that failed', () => {
  it('can be tried again where one of them may not fail again', () => {
    expect(canBeRetried(account(['RECORD_LOCKED']))).toBe(true);
    expect(canBeRetried(account(['INVALID_DATA', 'NO_PERMISSION']))).toBe(true);
  });

  it.each([
    ['all of them are gone from Bigin', ['INVALID_DATA', 'INVALID_DATA'], {}],
    ['none failed', [], {}],
    ['the job was undone', ['RECORD_LOCKED'], { undoneBy: 'j2' }],
    ['the job was cancelled', ['RECORD_LOCKED'], { state: 'cancelled' }],
  ] as const)('are left alone where %s', (_, codes, ofJob) => {
    expect(canBeRetried(account([...codes], ofJob))).toBe(false);
  });
});
