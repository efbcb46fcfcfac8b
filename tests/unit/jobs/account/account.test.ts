import { describe, expect, it } from 'vitest';
import { accountOf } from '@/lib/jobs/account/account';
import type { Batch, Job } from '@/lib/jobs/job';
import { connectionId } from '../../support/preview-of';

const job: Job = {
  id: 'j',
  kind: 'removal',
  connectionId,
  dataCenter: 'us',
  org: 'org1',
  module: 'Contacts',
  tagNames: ['A', 'B'],
  tabId: 1,
  selectionKey: 'k',
  createdAt: 0,
  state: 'running',
  dismissed: false,
};
const batch = (...outcomes: Batch['records'][number]['outcome'][]): Batch => ({
  jobId: 'j',
  index: 0,
  tagNames: ['A', 'B'],
  state: 'settled',
  records: outcomes.map((outcome, index) => ({ id: `r${index}`, tags: [], ...(outcome && { outcome }) })),
});

describe('the account of a job', () => {
  it('counts what came off, what failed, and what is not known yet', () => {
    const account = accountOf(job, [
      batch({ kind: 'done', changed: ['A', 'B'] }, { kind: 'done', changed: [] }, undefined),
      batch({ kind: 'done', changed: ['A'] }, { kind: 'failed', code: 'X' }, { kind: 'unknown' }),
    ]);
    expect(account).toEqual({
      job,
      total: 6,
      settled: 4,
      open: 1,
      changed: 2,
      changedTags: ['A', 'B'],
      failed: [{ id: 'r1', code: 'X' }],
    });
  });

  it('of nothing done yet is all zeros', () => {
    expect(accountOf(job, [batch(undefined)])).toEqual({
      job,
      total: 1,
      settled: 0,
      open: 0,
      changed: 0,
      changedTags: [],
      failed: [],
    });
  });
});
