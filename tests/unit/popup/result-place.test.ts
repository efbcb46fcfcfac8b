import { describe, expect, it } from 'vitest';
import { seeResult, type SeenResult } from '@/entrypoints/popup/result-place';
import type { Account, JobProgress } from '@/lib/jobs/account/account';
import { aJob } from '../support/a-job';

const counts = { total: 3, settled: 3, open: 0, changed: 3 };
const running: JobProgress = { job: aJob({ selectionKey: 'a' }), ...counts };
const ended: Account = {
  job: aJob({ state: 'finished', selectionKey: 'a' }),
  ...counts,
  changedTags: ['VIP'],
  idle: 0,
  failed: [],
};
const failed: Account = { ...ended, failed: [{ id: '7618134000000632028', code: 'RECORD_LOCKED' }] };

type Moment = [JobProgress | null | undefined, string | undefined];

/** Whether the user has gone on after all of these moments. */
function isLeft(...moments: Moment[]): boolean | undefined {
  let seen: SeenResult | undefined;
  for (const [account, key] of moments) seen = seeResult(seen, account, key);
  return seen?.isLeft;
}

describe('a result', () => {
  it.each<[string, Moment[]]>([
    [
      'of the selection that is there',
      [
        [running, 'a'],
        [ended, 'a'],
      ],
    ],
    [
      'once nothing is selected any more',
      [
        [ended, 'a'],
        [ended, undefined],
      ],
    ],
    [
      'of a page whose selection is still being read',
      [
        [ended, undefined],
        [ended, 'a'],
      ],
    ],
    [
      'while it is read anew',
      [
        [ended, 'a'],
        [undefined, 'b'],
        [ended, 'a'],
      ],
    ],
    [
      'that has failures, where the user went on meanwhile',
      [
        [running, 'a'],
        [running, 'b'],
        [failed, 'b'],
      ],
    ],
    [
      'of a retry',
      [
        [failed, 'a'],
        [failed, 'b'],
        [running, 'a'],
        [ended, 'a'],
      ],
    ],
  ])('is shown whole: %s', (_, moments) => {
    expect(isLeft(...moments)).toBe(false);
  });

  it.each<[string, Moment[]]>([
    [
      'when other records are selected',
      [
        [ended, 'a'],
        [ended, 'b'],
      ],
    ],
    [
      'also with failures, when other records are selected',
      [
        [failed, 'a'],
        [failed, 'b'],
      ],
    ],
    [
      'for good',
      [
        [ended, 'a'],
        [ended, 'b'],
        [ended, 'a'],
      ],
    ],
    [
      'at once, where the user went on while the job ran',
      [
        [running, 'a'],
        [running, 'b'],
        [ended, 'b'],
      ],
    ],
    ['of a job that ended before one looked', [[failed, 'b']]],
    [
      'of a job that ended before the page was read',
      [
        [ended, undefined],
        [ended, 'b'],
      ],
    ],
    [
      'with failures, when the user goes on once more',
      [
        [running, 'b'],
        [failed, 'b'],
        [failed, 'c'],
      ],
    ],
  ])('gives way: %s', (_, moments) => {
    expect(isLeft(...moments)).toBe(true);
  });

  it('gives way where the popup was opened to remove other tags', () => {
    expect(seeResult(undefined, ended, 'a', true)?.isLeft).toBe(true);
    // One that ends in it is awaited there.
    expect(seeResult(seeResult(undefined, running, 'a'), ended, 'a', false)?.isLeft).toBe(false);
  });

  it('is new where the user had not seen it before it came up, until they have it whole', () => {
    const unseen: Account = { ...ended, job: { ...ended.job, endedAt: 5 } };
    const seen: Account = { ...ended, job: { ...ended.job, endedAt: 5, seenAt: 6 } };
    const elsewhere = seeResult(undefined, unseen, 'b');
    expect(elsewhere?.isNew).toBe(true);
    expect(seeResult(elsewhere, seen, 'b')?.isNew).toBe(true);
    expect(seeResult(seeResult(undefined, unseen, undefined), unseen, 'b')?.isNew).toBe(true);
    expect(seeResult(undefined, seen, 'b')?.isNew).toBe(false);
    expect(seeResult(seeResult(undefined, unseen, 'a'), seen, 'b')?.isNew).toBe(false);
  });

  it('is none where there is no job', () => {
    expect(isLeft([ended, 'a'], [null, 'a'])).toBeUndefined();
  });
});
