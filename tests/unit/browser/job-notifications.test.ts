import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellEnd } from '@/lib/browser/job-notifications';
import type { Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { aJob } from '../support/a-job';
import { testDatabase } from '../support/test-database';

const create = vi.fn(() => Promise.resolve(''));
let journal: Journal;
let pages: { contextType: string }[];

beforeEach(async () => {
  journal = new Journal(await testDatabase());
  pages = [];
  create.mockClear();
  const runtime = { ...fakeBrowser.runtime, getContexts: () => Promise.resolve(pages) };
  Object.assign(fakeBrowser, { notifications: { create }, runtime });
});

/** Whether a job's end is told that took five seconds, but for what is told otherwise. */
async function isTold(changes: Partial<Job>): Promise<boolean> {
  await journal.write(aJob({ state: 'finished', createdAt: 1_000, endedAt: 6_000, ...changes }), []);
  await tellEnd(journal, 'j');
  return create.mock.calls.length > 0;
}

describe('a notification tells the end of a job', () => {
  it.each<[string, Partial<Job>]>([
    ['that took long', { endedAt: 60_000 }],
    ['that was soon over, to who asked to be told', { tellEnd: true }],
    ['that was asked for in passing', { inPassing: true }],
    ['that was stopped', { state: 'stopped', problem: { code: 'noPermission' } }],
  ])('%s', async (_, changes) => {
    expect(await isTold(changes)).toBe(true);
  });

  it.each<[string, Partial<Job>]>([
    ['that was soon over', {}],
    ['that the user cancelled', { state: 'cancelled', tellEnd: true }],
  ])('but not of one %s', async (_, changes) => {
    expect(await isTold(changes)).toBe(false);
  });

  it('unless a page of ours shows it, where nothing was asked for in passing', async () => {
    pages = [{ contextType: 'POPUP' }];
    expect(await isTold({ tellEnd: true })).toBe(false);
    expect(await isTold({ inPassing: true })).toBe(true);
  });
});
