import { describe, expect, it } from 'vitest';
import { jobNotice } from '@/lib/i18n/job-notice';
import type { Account } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { aJob } from '../support/a-job';

const notice = (facts: Partial<Account>, job: Partial<Job> = {}) =>
  jobNotice({
    job: aJob({ state: 'finished', ...job }),
    total: 3,
    settled: 3,
    open: 0,
    changed: 3,
    changedTags: ['VIP'],
    idle: 0,
    failed: [],
    ...facts,
  });
const failed = [{ id: '1', code: 'RECORD_LOCKED' }];

describe('a notification', () => {
  it('tells what was removed from how many records', () => {
    expect(notice({}, { tagNames: ['VIP', 'Old'] })).toEqual({
      title: 'Removed 1 tag from 3 records',
      message: 'Tags: “VIP”, “Old”',
    });
  });

  it('tells what failed, or is in doubt', () => {
    expect(notice({ changed: 2, failed })).toEqual({
      title: 'Removed 1 tag from 2 records',
      message: 'Tag: “VIP”\n1 record could not be changed',
    });
    expect(notice({ changed: 0, changedTags: [], failed })).toEqual({
      title: '1 record could not be changed',
      message: 'Tag: “VIP”',
    });
    expect(notice({ changed: 2, open: 1 }).message).toMatch(/^Tag: “VIP”\n1 record may have been changed/);
    expect(notice({ changed: 0, changedTags: [], open: 1 }).title).toMatch(/^1 record may have been changed/);
  });

  it('tells that nothing was left to do, and what was restored', () => {
    expect(notice({ changed: 0, changedTags: [], idle: 3 }).title).toMatch(/^Nothing was changed/);
    expect(notice({}, { kind: 'undo' }).title).toBe('Restored 1 tag on 3 records');
  });

  it('says what stopped a job, what it had done, and what is left', () => {
    const problem = { code: 'noPermission' } as const;
    expect(notice({ changed: 1, settled: 1 }, { state: 'stopped', problem })).toEqual({
      title: 'Untag for Bigin: stopped by a problem',
      message:
        'You do not have permission to do this in this module. Ask your Bigin administrator.\n' +
        'Removed 1 tag from 1 record\n2 records are left as they were: go on once that is fixed.',
    });
  });

  it('says that a job waits for access to hosts, and to which', () => {
    const hosts = 'bigin.zoho.com,accounts.zoho.com,www.zohoapis.com';
    const problem = { code: 'accessMissing', values: { hosts } } as const;
    expect(notice({ settled: 0 }, { state: 'waiting', problem })).toEqual({
      title: 'Untag for Bigin: waits until you have allowed access to Bigin',
      message:
        'The browser does not let this extension reach bigin.zoho.com, accounts.zoho.com, www.zohoapis.com. ' +
        'The job goes on by itself once you have allowed access.',
    });
  });

  it('says that a job waits for a sign-in', () => {
    expect(notice({ settled: 0 }, { state: 'waiting', problem: { code: 'signInNeeded' } })).toEqual({
      title: 'Untag for Bigin: waits until you have signed in',
      message:
        'Bigin no longer accepts this sign-in. Connect again. The job goes on by itself once you have signed in.',
    });
  });
});
