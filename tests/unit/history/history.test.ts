import { describe, expect, it, vi } from 'vitest';
import { findJobs, recordIdIn, stateFilters } from '@/entrypoints/history/find-jobs';
import { countJob, type JobCounts } from '@/entrypoints/history/job-counts';
import { countsText, jobTitle, reasonText, standingOf } from '@/entrypoints/history/job-words';
import { offeredActions } from '@/entrypoints/history/offered-actions';
import type { Batch, BatchRecord, Job, Outcome } from '@/lib/jobs/job';
import { tallyOf } from '@/lib/jobs/journal/tally';

const removal: Job = {
  id: 'j',
  kind: 'removal',
  connectionId: 'us:org1',
  dataCenter: 'us',
  org: 'org1',
  module: 'Accounts',
  tagNames: ['VIP', 'Trade fair 2026'],
  tabId: 1,
  selectionKey: 'k',
  createdAt: 0,
  startedAt: 1,
  state: 'finished',
  dismissed: false,
};
const undo: Job = { ...removal, id: 'u', kind: 'undo', undoOf: 'j' };
const undone: Job = { ...removal, undoneBy: 'u' };
const counts: JobCounts = { total: 3, settled: 3, open: 0, changed: 2, failed: 1, isRetriable: true };
const nothingChanged: JobCounts = { ...counts, changed: 0, failed: 0 };

describe('what may be done with a job', () => {
  it.each([
    ['finished', ['undoJob', 'retryFailed', 'export', 'deleteJob']],
    ['cancelled', ['undoJob', 'continueJob', 'export', 'deleteJob']],
    ['stopped', ['undoJob', 'continueJob', 'export', 'deleteJob']],
    ['running', ['pauseJob', 'cancelJob']],
    ['cancelling', []],
    ['paused', ['continueJob', 'cancelJob', 'export']],
    ['waiting', ['continueJob', 'cancelJob', 'export']],
  ] as const)('that is %s', (state, actions) => {
    expect(offeredActions({ ...removal, state }, counts)).toEqual(actions);
  });

  it('is no undo where nothing was changed, and one where an answer was lost', () => {
    expect(offeredActions(removal, nothingChanged)).not.toContain('undoJob');
    expect(offeredActions(removal, { ...nothingChanged, settled: 2, open: 1 })).toContain('undoJob');
  });

  it('is no retry where that could change nothing', () => {
    expect(offeredActions(removal, { ...counts, isRetriable: false })).not.toContain('retryFailed');
  });

  it('is no undo of an undo', () => {
    expect(offeredActions(undo, counts)).toEqual(['retryFailed', 'export', 'deleteJob']);
  });

  it('is nothing that would change records again once it is undone', () => {
    for (const state of ['finished', 'cancelled', 'stopped'] as const) {
      expect(offeredActions({ ...undone, state }, counts)).toEqual(['export', 'deleteJob']);
    }
  });
});

describe('how a job stands', () => {
  it('is queued until its turn has come', () => {
    const { startedAt: _, ...queued } = removal;
    expect(standingOf({ ...queued, state: 'running' }, undefined)).toBe('queued');
    expect(standingOf({ ...removal, state: 'running' }, undefined)).toBe('running');
  });

  it.each([
    ['running', 'beingUndone'],
    ['waiting', 'beingUndone'],
    ['paused', 'beingUndone'],
    ['finished', 'undone'],
    ['cancelled', 'undoneInPart'],
    ['stopped', 'undoneInPart'],
  ] as const)('is as far undone as its undo, which is %s', (state, standing) => {
    expect(standingOf(undone, { ...undo, state })).toBe(standing);
  });

  it('is undone still where its undo is no longer kept', () => {
    expect(standingOf(undone, undefined)).toBe('undone');
  });

  it('comes with the reason, and with what makes it go on', () => {
    const waiting: Job = { ...removal, state: 'waiting', problem: { code: 'signInNeeded' } };
    expect(reasonText(waiting)).toMatch(/no longer accepts this sign-in.*once you have signed in\.$/);
    const resumeAt = new Date(2031, 10, 25, 9, 30).getTime();
    const spent: Job = { ...waiting, problem: { code: 'creditsSpent' }, resumeAt };
    expect(reasonText(spent)).toMatch(
      /has spent its API credits.*goes on by itself: next try at Nov 25, 2031, 9:30/,
    );
    expect(reasonText({ ...removal, state: 'stopped', problem: { code: 'noPermission' } })).toMatch(
      /^You do not have permission/,
    );
  });

  it('has no reason where it goes on, or where it was taken back since', () => {
    expect(reasonText(removal)).toBeUndefined();
    expect(reasonText({ ...undone, state: 'stopped', problem: { code: 'noPermission' } })).toBeUndefined();
  });

  it('is told in numbers, without those that are zero', () => {
    expect(countsText(removal, counts)).toBe('2 records changed, 1 failed');
    expect(countsText(removal, nothingChanged)).toBe('3 had nothing to change');
    const some = { total: 9, settled: 5, open: 1, changed: 1, failed: 3, isRetriable: true };
    expect(countsText({ ...removal, state: 'cancelled' }, some)).toBe(
      '1 record changed, 1 had nothing to change, 3 failed, 1 not known, 3 not touched',
    );
    // What is not known while calls are under way, they are about to tell.
    expect(countsText({ ...removal, state: 'running' }, some)).toBe(
      '1 record changed, 1 had nothing to change, 3 failed',
    );
    expect(countsText({ ...removal, state: 'waiting' }, some)).toContain('1 not known');
  });

  it('has a title that says what is done to what', () => {
    expect(jobTitle(removal, counts)).toBe('Remove 2 tags from 3 Companies');
    expect(jobTitle(removal, { ...counts, total: 1 })).toBe('Remove 2 tags from 1 Company');
    expect(jobTitle({ ...undo, tagNames: ['VIP'] }, undefined)).toBe('Restore 1 tag on Companies');
  });
});

describe('the records of a job, counted', () => {
  const record = (id: string, outcome: Outcome, again?: true): BatchRecord => ({
    id,
    tags: ['A', 'B'],
    outcome,
    ...(again && { again }),
  });
  const changed: Outcome = { kind: 'done', changed: ['A'] };
  const failed: Outcome = { kind: 'failed', code: 'X' };
  const batch = (wave: number, ...records: BatchRecord[]): Batch => ({
    jobId: 'j',
    index: wave,
    wave,
    tagNames: ['A'],
    state: 'settled',
    readAt: 0,
    records,
  });

  it('need no look at the records themselves where none failed', async () => {
    const readBatches = vi.fn<() => Promise<Batch[]>>();
    const tallies = [batch(0, record('a', changed), record('b', changed))].map(tallyOf);
    const all = { total: 2, settled: 2, open: 0, changed: 2, failed: 0, isRetriable: false };
    expect(await countJob(removal, tallies, readBatches)).toEqual(all);
    expect(readBatches).not.toHaveBeenCalled();
  });

  it('tell what failed in a later wave alone', async () => {
    const batches = [batch(0, record('a', changed)), batch(1, record('a', failed, true))];
    const read = () => Promise.resolve(batches);
    expect(await countJob(removal, batches.map(tallyOf), read)).toEqual({
      total: 1,
      settled: 1,
      open: 0,
      changed: 1,
      failed: 1,
      isRetriable: true,
    });
  });

  it('tell whether those that failed may not fail again', async () => {
    const gone: Outcome = { kind: 'failed', code: 'INVALID_DATA' };
    const counted = (...records: BatchRecord[]) => {
      const batches = [batch(0, ...records)];
      return countJob(removal, batches.map(tallyOf), () => Promise.resolve(batches));
    };
    expect(await counted(record('a', gone))).toMatchObject({ failed: 1, isRetriable: false });
    expect(await counted(record('a', gone), record('b', failed))).toMatchObject({
      failed: 2,
      isRetriable: true,
    });
  });

  it('are read while the job runs from the sums alone, however many waves there are', async () => {
    const readBatches = vi.fn<() => Promise<Batch[]>>();
    const batches = [batch(0, record('a', changed)), batch(1, record('a', failed, true))];
    await countJob({ ...removal, state: 'running' }, batches.map(tallyOf), readBatches);
    expect(readBatches).not.toHaveBeenCalled();
  });

  it('of a job of an earlier version are counted one by one', async () => {
    const read = () => Promise.resolve([batch(0, record('a', changed))]);
    expect(await countJob(removal, [], read)).toMatchObject({ total: 1, changed: 1 });
  });
});

describe('a search in the history', () => {
  const jobs = [removal, undo, { ...removal, id: 'c', module: 'Contacts', tagNames: ['Lead'] } as Job];
  const find = (text: string, state: (typeof stateFilters)[number] = 'all', list = jobs) =>
    findJobs(list, { text, state, ofRecord: new Set(), orgOf: () => ({ name: 'Zylker Trading' }) }).map(
      ({ id }) => id,
    );

  it.each([
    ['', ['j', 'u', 'c']],
    ['  ', ['j', 'u', 'c']],
    ['vip', ['j', 'u']],
    ['FAIR vip', ['j', 'u']],
    ['lead', ['c']],
    ['companies', ['j', 'u']],
    ['company', ['j', 'u']],
    ['Accounts', ['j', 'u']],
    ['contact', ['c']],
    ['zylker', ['j', 'u', 'c']],
    ['zylker lead', ['c']],
    ['org1', ['j', 'u', 'c']],
    ['nothing', []],
  ])('for “%s” finds %j', (text, ids) => {
    expect(find(text)).toEqual(ids);
  });

  it('finds the jobs of a record, whatever their words are', () => {
    const ofRecord = new Set(['c']);
    const found = findJobs(jobs, { text: '632028', state: 'all', ofRecord, orgOf: () => ({ name: '' }) });
    expect(found.map(({ id }) => id)).toEqual(['c']);
  });

  it('is narrowed to how jobs stand: each job stands in one way', () => {
    const states = ['finished', 'running', 'paused', 'waiting', 'cancelled', 'stopped'] as const;
    const list: Job[] = [...states.map((state) => ({ ...removal, id: state, state })), undone];
    expect(find('', 'underWay', list)).toEqual(['running', 'paused', 'waiting']);
    expect(find('', 'finished', list)).toEqual(['finished']);
    expect(find('', 'undone', list)).toEqual(['j']);
    const narrowed = stateFilters
      .filter((state) => state !== 'all')
      .flatMap((state) => find('', state, list));
    expect(narrowed.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
  });

  it.each([
    ['7618134000000632028', '7618134000000632028'],
    [' 632028 ', '632028'],
    ['2026', undefined],
    ['VIP', undefined],
    ['https://bigin.zoho.com/bigin/org1/Home#/contacts/7618134000000632028', '7618134000000632028'],
    ['https://bigin.zoho.com/bigin/org1/Home#/contacts', undefined],
  ])('takes %s for the record %s', (text, id) => {
    expect(recordIdIn(text)).toBe(id);
  });
});
