import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/database';
import type { Batch, Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges, onJobChanged } from '@/lib/jobs/journal/journal-channel';
import { connectionId } from '../../support/preview-of';
import { testDatabase } from '../../support/test-database';

let database: Database;
let journal: Journal;
const onChange = vi.fn();

beforeEach(async () => {
  onChange.mockClear();
  database = await testDatabase();
  journal = new Journal(database, onChange);
});

const job = (id: string, changes: Partial<Job> = {}): Job => ({
  id,
  kind: 'removal',
  connectionId,
  dataCenter: 'us',
  org: 'org1',
  module: 'Contacts',
  tagNames: ['VIP'],
  tabId: 1,
  selectionKey: 'k',
  createdAt: 0,
  state: 'running',
  dismissed: false,
  ...changes,
});
const batch = (jobId: string, index: number): Batch => ({
  jobId,
  index,
  tagNames: ['VIP'],
  state: 'planned',
  records: [{ id: '7618134000000632028', tags: ['VIP', '見込み客'] }],
});

describe('the journal', () => {
  it('gives back what was written, batches in order', async () => {
    await journal.write(job('j'), [batch('j', 10), batch('j', 2), batch('j', 0)]);
    await journal.write(job('other'), [batch('other', 1)]);
    expect(await journal.readJob('j')).toEqual(job('j'));
    expect((await journal.readBatches('j')).map(({ index }) => index)).toEqual([0, 2, 10]);
    expect(await journal.readBatches('nope')).toEqual([]);
  });

  it('changes the facts it is told, and keeps the others', async () => {
    await journal.write(job('j'), []);
    await Promise.all([
      journal.updateJob('j', { dismissed: true }),
      journal.updateJob('j', { state: 'finished' }),
      journal.updateJob('j', { undoneBy: 'u' }),
    ]);
    expect(await journal.readJob('j')).toEqual(
      job('j', { dismissed: true, state: 'finished', undoneBy: 'u' }),
    );
    await journal.updateJob('nope', { dismissed: true });
    expect(await journal.readJob('nope')).toBeUndefined();
  });

  it('changes a job only where it is as expected, and says whether it did', async () => {
    await journal.write(job('j', { state: 'finished' }), []);
    onChange.mockClear();
    const isRunning = ({ state }: Job) => state === 'running';
    expect(await journal.updateJob('j', { state: 'cancelling' }, isRunning)).toBe(false);
    expect((await journal.readJob('j'))?.state).toBe('finished');
    expect(onChange).not.toHaveBeenCalled();
    expect(await journal.updateJob('j', { dismissed: true })).toBe(true);
  });

  it('knows which jobs are unfinished, the oldest first', async () => {
    await journal.write(job('b', { createdAt: 2 }), []);
    await journal.write(job('a', { createdAt: 1, state: 'cancelling' }), []);
    for (const state of ['finished', 'cancelled', 'stopped'] as const)
      await journal.write(job(state, { state }), []);
    expect((await journal.unfinishedJobs()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('knows the newest job of a tab, until it is dismissed', async () => {
    await journal.write(job('a', { createdAt: 1, state: 'finished' }), []);
    await journal.write(job('b', { createdAt: 2, state: 'stopped' }), []);
    await journal.write(job('c', { createdAt: 3, tabId: 2 }), []);
    expect((await journal.jobOfTab(1))?.id).toBe('b');
    await journal.dismiss('b');
    expect(await journal.jobOfTab(1)).toBeUndefined();
    expect(await journal.jobOfTab(3)).toBeUndefined();
  });

  it('finds the job of a selection among several of its tab, but first one that is under way', async () => {
    const ended = { state: 'finished' } as const;
    await journal.write(job('a', { ...ended, createdAt: 1, selectionKey: 'tasks' }), []);
    await journal.write(job('b', { ...ended, createdAt: 2, selectionKey: 'calls' }), []);
    const shownFor = async (key?: string) => (await journal.jobOfTab(1, key))?.id;
    expect(await Promise.all(['tasks', 'calls', 'other', undefined].map(shownFor))).toEqual([
      'a',
      'b',
      'b',
      'b',
    ]);
    await journal.dismiss('a');
    expect(await shownFor('tasks')).toBeUndefined();
    await journal.write(job('c', { createdAt: 0, selectionKey: 'events' }), []);
    expect(await shownFor('tasks')).toBe('c');
  });

  it('dismisses an undo together with its removal', async () => {
    await journal.write(job('a', { state: 'finished' }), []);
    await journal.write(job('b', { state: 'finished', kind: 'undo', undoOf: 'a' }), []);
    await journal.dismiss('b');
    expect((await journal.readJob('a'))?.dismissed).toBe(true);
  });

  it('passes over jobs that it cannot read', async () => {
    await database.put('jobs', { ...job('odd'), state: 'dreaming' });
    await database.put('jobs', { id: 'odder', tabId: 1 });
    await journal.write(job('j'), []);
    expect(await journal.readJob('odd')).toBeUndefined();
    expect((await journal.unfinishedJobs()).map(({ id }) => id)).toEqual(['j']);
    expect((await journal.jobOfTab(1))?.id).toBe('j');
    await journal.updateJob('odd', { state: 'finished' });
    expect(await database.get('jobs', 'odd')).toMatchObject({ state: 'dreaming' });
  });

  it('does not pass over a batch that it cannot read, since its records would go unnoticed', async () => {
    await journal.write(job('j'), [batch('j', 0)]);
    await database.put('batches', { ...batch('j', 1), state: 'dreaming' });
    await expect(journal.readBatches('j')).rejects.toThrow();
  });

  it('tells of each change once it is written', async () => {
    await journal.write(job('j'), [batch('j', 0)]);
    await journal.updateJob('j', { dismissed: true });
    await journal.saveBatches([batch('j', 0), batch('j', 1)]);
    expect(onChange.mock.calls).toEqual([['j'], ['j'], ['j']]);
  });

  it('tells other pages, until they listen no more', async () => {
    const heard: string[] = [];
    const stop = onJobChanged((id) => heard.push(id));
    const announce = announceJobChanges();
    announce('j');
    await vi.waitFor(() => expect(heard).toEqual(['j']));
    stop();
    announce('k');
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(heard).toEqual(['j']);
  });
});
