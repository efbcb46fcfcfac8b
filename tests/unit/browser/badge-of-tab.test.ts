import { describe, expect, it } from 'vitest';
import { badgeOfCount, badgeOfJob } from '@/lib/browser/badge-of-tab';
import type { Job } from '@/lib/jobs/job';
import { aJob } from '../support/a-job';

const badge = (job: Partial<Job>, counts: { settled?: number; failed?: number; open?: number } = {}) =>
  badgeOfJob({ job: aJob(job), total: 1_000, settled: 0, changed: 0, open: 0, failed: 0, ...counts });

describe('the badge of a job', () => {
  it.each(['running', 'cancelling', 'paused'] as const)('says how far it is while it is %s', (state) => {
    expect(badge({ state }, { settled: 429 })).toEqual({
      text: '42%',
      tone: 'plain',
      title: 'Untag for Bigin: 429 of 1,000 records done',
    });
  });

  it('says so too while it waits for what passes by itself', () => {
    expect(badge({ state: 'waiting', startedAt: 1, resumeAt: 9 }, { settled: 10 })?.text).toBe('1%');
  });

  it.each<[string, Partial<Job>, { failed?: number; open?: number }, RegExp]>([
    ['stopped', { state: 'stopped' }, {}, /: stopped by a problem\./],
    ['waits for a sign-in', { state: 'waiting', startedAt: 1 }, {}, /: waits until you have signed in\./],
    [
      'waits for access to a host',
      { state: 'waiting', startedAt: 1, problem: { code: 'accessMissing', values: { hosts: 'x' } } },
      {},
      /: waits until you have allowed access to Bigin\./,
    ],
    ['had failures', { state: 'finished' }, { failed: 2 }, /: 2 records could not be changed\./],
    ['left a doubt', { state: 'finished' }, { open: 1 }, /: 1 record could not be changed\./],
  ])(
    'calls for the user where it %s, until they have seen it, went on, or took it back',
    (_, job, counts, title) => {
      expect(badge({ ...job, endedAt: 5 }, counts)).toEqual({
        text: '!',
        tone: 'problem',
        title: expect.stringMatching(title) as string,
      });
      expect(badge({ ...job, endedAt: 5, seenAt: 6 }, counts)).toBeUndefined();
      expect(badge({ ...job, endedAt: 7, seenAt: 6 }, counts)?.text).toBe('!');
      expect(badge({ ...job, endedAt: 5, dismissed: true }, counts)).toBeUndefined();
      expect(badge({ ...job, endedAt: 5, undoneBy: 'u' }, counts)).toBeUndefined();
    },
  );

  it.each(['finished', 'cancelled'] as const)('gives way to the number once it has %s', (state) => {
    expect(badge({ state, endedAt: 5 })).toBeUndefined();
  });
});

describe('the badge of a number of records', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [37, '37'],
    [1_234, '1234'],
    [9_999, '9999'],
    [10_000, '10k'],
    [12_999, '12k'],
    [100_000, '100k'],
  ])('%i is “%s”', (count, text) => {
    expect(badgeOfCount(count)).toMatchObject({ text, tone: 'plain' });
  });

  it('says it in words', () => {
    expect(badgeOfCount(0).title).toBe('Untag for Bigin');
    expect(badgeOfCount(12_999).title).toBe('Untag for Bigin: 12,999 records selected');
  });
});
