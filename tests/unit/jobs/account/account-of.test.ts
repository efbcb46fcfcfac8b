import { describe, expect, it } from 'vitest';
import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { recordAccounts } from '@/lib/jobs/account/record-accounts';
import type { Batch, BatchRecord, Job, Outcome } from '@/lib/jobs/job';
import { tallyOf } from '@/lib/jobs/journal/tally';
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

const batch = (wave: number, ...records: BatchRecord[]): Batch => ({
  jobId: 'j',
  index: wave,
  wave,
  tagNames: ['A', 'B'],
  state: 'settled',
  readAt: 0,
  records,
});
const record = (id: string, outcome?: Outcome, rest: Partial<BatchRecord> = {}): BatchRecord => ({
  id,
  tags: ['A', 'B'],
  ...(outcome && { outcome }),
  ...rest,
});
const done = (...changed: string[]): Outcome => ({ kind: 'done', changed });
const failed: Outcome = { kind: 'failed', code: 'X' };

const oneOfEach = batch(
  0,
  record('both', done('A', 'B')),
  record('one', done('A')),
  record('none', done()),
  record('failed', failed),
  record('unknown', { kind: 'unknown' }),
  record('untouched'),
);

describe('the account of a job', () => {
  it('counts what came off, what had nothing to lose, what failed, and what is not known', () => {
    expect(accountOf(job, [oneOfEach])).toEqual({
      job,
      total: 6,
      settled: 4,
      open: 1,
      changed: 2,
      changedTags: ['A', 'B'],
      idle: 1,
      failed: [{ id: 'failed', code: 'X' }],
    });
  });

  it('names no tag where none came off', () => {
    expect(accountOf(job, [batch(0, record('r', done()))]).changedTags).toEqual([]);
  });

  it('of nothing done yet is all zeros', () => {
    expect(accountOf(job, [batch(0, record('r'))])).toEqual({
      job,
      total: 1,
      settled: 0,
      open: 0,
      changed: 0,
      changedTags: [],
      idle: 0,
      failed: [],
    });
  });

  it('counts a record once that stands in two waves', () => {
    const waves = [batch(0, record('r', done('A'))), batch(1, record('r', failed, { again: true }))];
    expect(accountOf(job, waves)).toMatchObject({
      total: 1,
      settled: 1,
      changed: 1,
      changedTags: ['A'],
      failed: [{ id: 'r', code: 'X' }],
    });
  });
});

describe('the progress of a job', () => {
  it('says what the account says, without a look at the records', () => {
    const { changedTags: _tags, idle: _idle, failed: _failed, ...progress } = accountOf(job, [oneOfEach]);
    expect(progressOf(job, [tallyOf(oneOfEach)])).toEqual(progress);
  });

  it('adds batches up', () => {
    const batches = [oneOfEach, batch(1, record('later', done('B')), record('one', done(), { again: true }))];
    expect(progressOf(job, batches.map(tallyOf))).toEqual({ job, total: 7, settled: 5, open: 1, changed: 3 });
  });
});

describe('the account of a record', () => {
  it('says what became of it', () => {
    expect(recordAccounts([oneOfEach]).map(({ id, outcome, changed }) => [id, outcome, changed])).toEqual([
      ['both', 'changed', ['A', 'B']],
      ['one', 'changed', ['A']],
      ['none', 'idle', []],
      ['failed', 'failed', []],
      ['unknown', 'unknown', []],
      ['untouched', 'untouched', []],
    ]);
  });

  it('tells Bigin’s code and words where it failed', () => {
    const outcome = { kind: 'failed', code: 'RECORD_LOCKED', message: 'record is locked' } as const;
    expect(recordAccounts([batch(0, record('r', outcome))])).toEqual([
      {
        id: 'r',
        before: ['A', 'B'],
        changed: [],
        outcome: 'failed',
        code: 'RECORD_LOCKED',
        message: 'record is locked',
        after: undefined,
      },
    ]);
  });

  it('tells no code and no words where it did not fail', () => {
    const told = { id: 'r', before: ['A', 'B'], changed: ['A'], code: '', message: '', after: ['B'] };
    expect(recordAccounts([batch(0, record('r', done('A'), { after: ['B'] }))])).toEqual([
      { ...told, outcome: 'changed' },
    ]);
    expect(recordAccounts([batch(0, record('r', failed))])).toMatchObject([{ code: 'X', message: '' }]);
  });

  it('counts what an earlier call took off among the tags from before, each once', () => {
    const again = record('r', done('A'), { tags: ['A', 'B'], earlier: ['A', 'C'] });
    expect(recordAccounts([batch(0, again)])).toMatchObject([
      { before: ['A', 'B', 'C'], changed: ['A', 'C'], outcome: 'changed' },
    ]);
  });

  it('begins with what was there before the first wave, though a part of it stands behind the second', () => {
    const first = { ...batch(0, record('r', done('A'))), index: 2 };
    const second = { ...batch(1, record('r', done('B'), { tags: ['B'], again: true })), index: 1 };
    expect(recordAccounts([second, first])).toMatchObject([{ before: ['A', 'B'], changed: ['A', 'B'] }]);
  });

  it('tells no tags afterwards that may have been read before an earlier wave', () => {
    const first = record('r', done('A'));
    const second = record('r', done(), { after: ['A'], again: true });
    expect(recordAccounts([batch(0, first), batch(1, second)])[0]?.after).toBeUndefined();
  });

  it.each([
    ['a failure', failed, 'failed'],
    ['an answer that was lost', { kind: 'unknown' }, 'unknown'],
    ['a call that was not made', undefined, 'untouched'],
    ['nothing to change', done(), 'changed'],
  ] as const)('that stands in two waves: %s in one is not hidden by the other', (_, outcome, told) => {
    const first = record('r', done('A'), { after: ['B'] });
    const second = record('r', outcome, { tags: ['B'], again: true });
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const [account, ...others] = recordAccounts([batch(0, one), batch(1, other)]);
      expect(others).toEqual([]);
      expect(account).toMatchObject({ outcome: told, changed: ['A'], before: one.tags });
      // What a wave was told is no longer so after the next.
      expect(account?.after).toEqual(other === first ? ['B'] : undefined);
    }
  });
});
