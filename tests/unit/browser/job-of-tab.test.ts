import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readJobOfTab } from '@/lib/browser/job-of-tab';
import type { Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { aJob } from '../support/a-job';
import { testDatabase } from '../support/test-database';

const contacts = 'https://bigin.zoho.com/bigin/org1/Home#/contacts';
let journal: Journal;
let addresses: Record<number, string>;

beforeEach(async () => {
  journal = new Journal(await testDatabase());
  addresses = { 1: contacts };
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(((id: number) => {
    const url = addresses[id];
    return url === undefined ? Promise.reject(new Error('no such tab')) : Promise.resolve({ id, url });
  }) as never);
});

const inTab1: Partial<Job> = { tabId: 1, org: 'org1', dataCenter: 'us', selectionKey: 'key' };
const start = (id: string, changes: Partial<Job>) => journal.write(aJob({ id, ...inTab1, ...changes }), []);
/** The popup was opened this long ago. */
const ofTab = (openSince = 0) =>
  readJobOfTab(journal, { tabId: 1, selectionKey: 'key', since: Date.now() - openSince });
const shown = async () => (await ofTab())?.job.id;

describe('the job to show for a tab', () => {
  it('is none where there was none', async () => {
    expect(await shown()).toBeUndefined();
  });

  it('is told as its progress while it runs, and as an account of its records once it is over', async () => {
    await start('j', { state: 'running' });
    expect(await ofTab()).not.toHaveProperty('failed');
    await journal.updateJob('j', () => ({ state: 'finished', endedAt: Date.now() }));
    expect(await ofTab()).toHaveProperty('failed');
  });

  it('is not that of another organization, whose tab had the same number before the browser was closed', async () => {
    await start('j', { state: 'finished', endedAt: Date.now(), org: 'org2', selectionKey: 'key of org2' });
    expect(await shown()).toBeUndefined();
  });

  it('is a running one of the organization whose own tab is gone or has moved on', async () => {
    await start('orphan', { state: 'paused', tabId: 9 });
    expect(await shown()).toBe('orphan');
    addresses[9] = 'https://bigin.zoho.com/bigin/org2/Home#/contacts';
    expect(await shown()).toBe('orphan');
    addresses[9] = contacts;
    expect(await shown()).toBeUndefined();
  });

  it('is that of another organization whose record a link of the page leads to', async () => {
    await start('j', { state: 'finished', endedAt: Date.now(), org: 'org2' });
    expect(await shown()).toBe('j');
  });

  it('is none that was seen a while ago, unless it was over only after the page came that shows it', async () => {
    const endedAt = Date.now() - 3_600_000;
    await start('j', { state: 'finished', endedAt, seenAt: endedAt + 1 });
    expect(await ofTab(3_599_000)).toBeUndefined();
    expect(await ofTab(3_601_000)).toHaveProperty('job.id', 'j');
  });

  it('is one that nobody saw, however old', async () => {
    await start('j', { state: 'stopped', endedAt: 1 });
    expect(await shown()).toBe('j');
  });

  it('is one that ended unseen within a day, whose own tab is gone, until a while after it was seen', async () => {
    const endedAt = Date.now() - 3_600_000;
    await start('orphan', { state: 'finished', tabId: 9, endedAt });
    expect(await shown()).toBe('orphan');
    await journal.updateJob('orphan', () => ({ seenAt: Date.now() }));
    expect(await shown()).toBe('orphan');
    await journal.updateJob('orphan', () => ({ seenAt: Date.now() - 601_000 }));
    expect(await shown()).toBeUndefined();
    await journal.updateJob('orphan', () => ({ seenAt: undefined, endedAt: Date.now() - 86_401_000 }));
    expect(await shown()).toBeUndefined();
  });

  it('is no older end that nobody saw: what came after it is known', async () => {
    await start('older', { state: 'finished', tabId: 9, createdAt: 1, endedAt: Date.now() - 3_600_000 });
    const seen = Date.now() - 1_800_000;
    await start('newer', { state: 'finished', tabId: 9, createdAt: 2, endedAt: seen - 1, seenAt: seen });
    expect(await shown()).toBeUndefined();
  });

  it('is one that ended unseen, though the tab has an old one and another runs elsewhere', async () => {
    await start('old', { state: 'finished', createdAt: 1, endedAt: 2, seenAt: 3, selectionKey: 'others' });
    await start('orphan', { state: 'stopped', tabId: 9, createdAt: 4, endedAt: Date.now() - 5_000 });
    addresses[2] = contacts;
    await start('elsewhere', { state: 'running', tabId: 2, createdAt: 5 });
    expect(await shown()).toBe('orphan');
  });

  it('is the tab’s own of this selection, though one of a closed tab is paused', async () => {
    await start('orphan', { state: 'paused', tabId: 9 });
    await start('own', { state: 'finished', endedAt: Date.now() });
    expect(await shown()).toBe('own');
  });

  it('is the tab’s own, whatever has ended elsewhere since', async () => {
    await start('own', { state: 'stopped', endedAt: Date.now() - 2_000 });
    await start('orphan', { state: 'finished', tabId: 9, endedAt: Date.now() - 1_000 });
    expect(await shown()).toBe('own');
  });

  it('is no orphan that ended before one that still runs', async () => {
    await start('ended', { state: 'finished', tabId: 9, endedAt: 10 });
    await start('paused', { state: 'paused', tabId: 9 });
    expect(await shown()).toBe('paused');
  });

  it('is the tab’s own where that runs, before an orphan', async () => {
    await start('orphan', { state: 'paused', tabId: 9 });
    await start('own', { state: 'running' });
    expect(await shown()).toBe('own');
  });
});
