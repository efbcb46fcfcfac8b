import { wrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/lib/database';
import type { Batch, Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges, onJobChanged } from '@/lib/jobs/journal/journal-channel';
import { aJob } from '../../support/a-job';
import { eventually } from '../../support/eventually';
import { problemOf } from '../../support/problem-of';
import { testDatabase } from '../../support/test-database';

let database: Database;
let journal: Journal;
const onChange = vi.fn();

beforeEach(async () => {
  onChange.mockClear();
  database = await testDatabase();
  journal = new Journal(database, onChange);
});

const job = (id: string, changes: Partial<Job> = {}) => aJob({ id, ...changes });
const batch = (jobId: string, index: number): Batch => ({
  jobId,
  index,
  tagNames: ['VIP'],
  wave: 0,
  state: 'planned',
  readAt: 0,
  records: [{ id: '7618134000000632028', tags: ['VIP', '見込み客'] }],
});

describe('a power cut', () => {
  const asked = async (write: () => Promise<unknown>) => {
    const transaction = vi.spyOn(database.connection, 'transaction').mockClear();
    await write();
    return transaction.mock.results.map(({ value }) => (value as IDBTransaction).durability);
  };

  it('loses no plan, and not that a batch was sent', async () => {
    expect(await asked(() => journal.write(job('j'), [batch('j', 0)]))).toEqual(['strict']);
    expect(await asked(() => journal.markSent(batch('j', 0)))).toEqual(['strict']);
  });

  it('may lose what Bigin tells again: nobody waits for the disk there', async () => {
    await journal.write(job('j'), [batch('j', 0)]);
    const settled: Batch = { ...batch('j', 0), state: 'settled' };
    expect(await asked(() => journal.saveBatches([settled]))).toEqual(['default']);
    expect(await asked(() => journal.updateJob('j', () => ({ state: 'finished' })))).toEqual(['default']);
  });
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
      journal.updateJob('j', () => ({ dismissed: true })),
      journal.updateJob('j', () => ({ state: 'finished' })),
      journal.updateJob('j', () => ({ undoneBy: 'u' })),
    ]);
    expect(await journal.readJob('j')).toEqual(
      job('j', { dismissed: true, state: 'finished', undoneBy: 'u' }),
    );
    await journal.updateJob('nope', () => ({ dismissed: true }));
    expect(await journal.readJob('nope')).toBeUndefined();
  });

  it('changes a job only where it is as expected, and says whether it did', async () => {
    await journal.write(job('j', { state: 'finished' }), []);
    onChange.mockClear();
    const cancel = ({ state }: Job) => (state === 'running' ? { state: 'cancelling' as const } : undefined);
    expect(await journal.updateJob('j', cancel)).toBe(false);
    expect((await journal.readJob('j'))?.state).toBe('finished');
    expect(onChange).not.toHaveBeenCalled();
    expect(await journal.updateJob('j', () => ({ dismissed: true }))).toBe(true);
  });

  it('knows which jobs are unfinished, the oldest first', async () => {
    await journal.write(job('b', { createdAt: 2 }), []);
    await journal.write(job('a', { createdAt: 1, state: 'cancelling' }), []);
    await journal.write(job('c', { createdAt: 3, state: 'waiting' }), []);
    await journal.write(job('d', { createdAt: 4, state: 'paused' }), []);
    for (const state of ['finished', 'cancelled', 'stopped'] as const)
      await journal.write(job(state, { state }), []);
    expect((await journal.unfinishedJobs()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
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

  it('shows the newest job of the selection, though an older one of others is not over, until it is put aside', async () => {
    await journal.write(job('paused', { createdAt: 1, state: 'paused', selectionKey: 'others' }), []);
    await journal.write(job('ended', { createdAt: 2, state: 'finished', selectionKey: 'link' }), []);
    expect((await journal.jobOfTab(1, 'link'))?.id).toBe('ended');
    expect((await journal.jobOfTab(1, 'others'))?.id).toBe('paused');
    await journal.dismiss('ended');
    expect((await journal.jobOfTab(1, 'link'))?.id).toBe('paused');
  });

  it('shows no job that is paused and was put aside, nor hides what came after', async () => {
    await journal.write(job('a', { createdAt: 1, state: 'finished' }), []);
    await journal.write(job('b', { createdAt: 2, state: 'paused' }), []);
    expect((await journal.jobOfTab(1))?.id).toBe('b');
    await journal.dismiss('b');
    expect((await journal.jobOfTab(1))?.id).toBe('a');
  });

  it('keeps what each batch adds up to beside it', async () => {
    const records: Batch['records'] = [
      { id: '1', tags: ['VIP'], outcome: { kind: 'done', changed: ['VIP'] } },
      { id: '2', tags: [], outcome: { kind: 'done', changed: [] } },
      { id: '3', tags: ['VIP'], outcome: { kind: 'failed', code: 'RECORD_LOCKED' } },
      { id: '4', tags: ['VIP'], outcome: { kind: 'unknown' } },
      { id: '5', tags: ['VIP'] },
      { id: '1', tags: ['VIP'], again: true, outcome: { kind: 'done', changed: ['VIP'] } },
    ];
    await journal.write(job('j'), [batch('j', 0)]);
    await journal.saveBatches([{ ...batch('j', 0), records }, batch('j', 1)]);
    expect(await journal.readTallies('j')).toEqual([
      {
        jobId: 'j',
        index: 0,
        wave: 0,
        state: 'planned',
        readAt: 0,
        records: 6,
        total: 5,
        settled: 3,
        open: 1,
        isOpen: true,
        changed: 1,
        failed: 1,
      },
      {
        jobId: 'j',
        index: 1,
        wave: 0,
        state: 'planned',
        readAt: 0,
        records: 1,
        total: 1,
        settled: 0,
        open: 0,
        isOpen: false,
        changed: 0,
        failed: 0,
      },
    ]);
  });

  it('keeps nothing of a job that was deleted while its records were being read', async () => {
    await journal.write(job('j', { state: 'finished' }), [batch('j', 0)]);
    await journal.delete('j');
    await journal.saveBatches([batch('j', 0)]);
    expect(await journal.readBatches('j')).toEqual([]);
    expect(await journal.readTallies('j')).toEqual([]);
  });

  it('refuses an undo of a removal that goes on', async () => {
    await journal.write(job('j', { state: 'running' }), []);
    const undo = journal.write(job('u', { kind: 'undo', undoOf: 'j' }), []);
    expect(await problemOf(undo)).toEqual({ code: 'jobRunning' });
    expect(await journal.readJob('u')).toBeUndefined();
    expect((await journal.readJob('j'))?.undoneBy).toBeUndefined();
  });

  it('counts a record as changed by an earlier call too', async () => {
    const records: Batch['records'] = [
      { id: '1', tags: ['VIP'], outcome: { kind: 'done', changed: ['VIP'] }, earlier: ['Fair'] },
      { id: '2', tags: [], outcome: { kind: 'done', changed: [] }, earlier: ['Fair'] },
    ];
    await journal.write(aJob({ id: 'j' }), []);
    await journal.saveBatches([{ ...batch('j', 0), records }]);
    expect(await journal.readTallies('j')).toMatchObject([{ settled: 2, changed: 2 }]);
  });

  it('tells the records of a batch whose call is under way as unknown, until what became of them is stored', async () => {
    const planned = {
      ...batch('j', 0),
      records: [
        ...batch('j', 0).records,
        { id: '2', tags: [], outcome: { kind: 'done' as const, changed: [] } },
      ],
    };
    await journal.write(job('j'), [planned, batch('j', 1)]);
    await journal.markSent(planned);
    const [sent, other] = await journal.readBatches('j');
    expect(sent).toEqual(await journal.readBatch('j', 0));
    expect(sent).toMatchObject({
      state: 'sent',
      records: [{ outcome: { kind: 'unknown' } }, { outcome: { kind: 'done' } }],
    });
    expect(other).toEqual(batch('j', 1));
    expect((await journal.readTallies('j')).map(({ state, open, isOpen }) => [state, open, isOpen])).toEqual([
      ['sent', 1, true],
      ['planned', 0, false],
    ]);
    await journal.saveBatches([planned]);
    expect(await journal.readBatch('j', 0)).toEqual(planned);
  });

  it('knows when others last changed records of the same module', async () => {
    const own = job('j', { endedAt: 99 });
    for (const each of [
      own,
      job('a', { endedAt: 5 }),
      job('b', { endedAt: 7 }),
      job('c', { endedAt: 8, module: 'Tasks' }),
      job('d', { endedAt: 9, connectionId: 'eu:org2' }),
      job('e'),
    ])
      await journal.write(each, []);
    expect(await journal.othersEndedAt(own)).toBe(7);
  });

  it('forgets a job with everything of it, and nothing else', async () => {
    await journal.write(job('j', { state: 'finished' }), [batch('j', 0), batch('j', 1)]);
    await journal.write(job('k'), [batch('k', 0)]);
    await journal.delete('j');
    expect([
      await journal.readJob('j'),
      await journal.readBatches('j'),
      await journal.readTallies('j'),
    ]).toEqual([undefined, [], []]);
    expect(await journal.readBatches('k')).toHaveLength(1);
    expect((await problemOf(journal.delete('k'))).code).toBe('jobRunning');
    expect(await journal.readBatches('k')).toHaveLength(1);
  });

  it('keeps jobs for a time, and those that are not over for longer', async () => {
    await journal.write(job('old', { state: 'finished', endedAt: 10 }), [batch('old', 0)]);
    await journal.write(job('new', { state: 'finished', endedAt: 20 }), []);
    await journal.write(job('paused', { state: 'paused', endedAt: 10 }), []);
    await journal.prune(20);
    expect((await journal.readJobs()).map(({ id }) => id).toSorted()).toEqual(['new', 'paused']);
    expect(await journal.readBatches('old')).toEqual([]);
  });

  it('counts the age of a job that never ran from when it was asked for', async () => {
    await journal.write(job('old', { state: 'cancelled', createdAt: 10 }), []);
    await journal.write(job('new', { state: 'cancelled', createdAt: 20 }), []);
    await journal.prune(20);
    expect((await journal.readJobs()).map(({ id }) => id)).toEqual(['new']);
  });

  it('tells of jobs the newest first', async () => {
    for (const createdAt of [2, 3, 1]) await journal.write(job(`at ${createdAt}`, { createdAt }), []);
    expect((await journal.readJobs()).map(({ id }) => id)).toEqual(['at 3', 'at 2', 'at 1']);
  });

  it('finds what keeps a connection’s jobs from going on: all that wait, and what was stopped and not given up', async () => {
    const stopped = { state: 'stopped' } as const;
    for (const each of [
      job('waits', { state: 'waiting', createdAt: 3 }),
      job('waits aside', { state: 'waiting', dismissed: true, createdAt: 2 }),
      job('stopped', { ...stopped, createdAt: 1 }),
      job('given up', { ...stopped, dismissed: true }),
      job('undone', { ...stopped, undoneBy: 'u' }),
      job('elsewhere', { ...stopped, connectionId: 'eu:org2' }),
      job('runs'),
      job('paused', { state: 'paused' }),
      job('over', { state: 'finished' }),
    ])
      await journal.write(each, []);
    const hindered = await journal.hinderedJobs(job('j').connectionId);
    expect(hindered.map(({ id }) => id)).toEqual(['stopped', 'waits aside', 'waits']);
  });

  it('has a removal undone by one undo', async () => {
    const undo = (id: string) => job(id, { kind: 'undo', undoOf: 'j' });
    await journal.write(job('j', { state: 'finished' }), []);
    await journal.write(undo('u'), [batch('u', 0)]);
    expect((await journal.readJob('j'))?.undoneBy).toBe('u');
    // Cut anew, to be tried again.
    await journal.write(undo('u'), [batch('u', 1)]);
    expect((await problemOf(journal.write(undo('other'), [batch('other', 0)]))).code).toBe('nothingToUndo');
    expect([await journal.readJob('other'), await journal.readBatches('other')]).toEqual([undefined, []]);
    expect((await journal.readJob('j'))?.undoneBy).toBe('u');
  });

  it('has an undo whose removal is no more', async () => {
    await journal.write(job('u', { kind: 'undo', undoOf: 'gone' }), []);
    expect(await journal.readJob('gone')).toBeUndefined();
    await journal.updateJob('u', () => ({ state: 'cancelled' }));
    await journal.delete('u');
    expect([await journal.readJob('u'), await journal.readJob('gone')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['cancelled', undefined],
    ['stopped', undefined],
    ['finished', 'u'],
  ] as const)(
    'forgets with an undo that is %s what it was: its removal is undone by %s',
    async (state, undoneBy) => {
      await journal.write(job('j', { state: 'finished' }), []);
      await journal.write(job('u', { kind: 'undo', undoOf: 'j', state }), []);
      await journal.delete('u');
      expect(await journal.readJob('j')).toEqual(
        job('j', { state: 'finished', ...(undoneBy && { undoneBy }) }),
      );
    },
  );

  it('does not forget with an undo that another one took its place', async () => {
    await journal.write(job('j', { state: 'finished' }), []);
    await journal.write(job('u', { kind: 'undo', undoOf: 'j', state: 'cancelled' }), []);
    await journal.updateJob('j', () => ({ undoneBy: 'other' }));
    await journal.delete('u');
    expect((await journal.readJob('j'))?.undoneBy).toBe('other');
  });

  it('forgets what is no more without a word', async () => {
    await journal.delete('nope');
    expect(await journal.readJobs()).toEqual([]);
  });

  it('says what was forgotten', async () => {
    await journal.write(job('j', { state: 'finished' }), []);
    onChange.mockClear();
    await journal.delete('j');
    expect(onChange.mock.calls).toEqual([['j']]);
  });

  it('keeps each job’s facts as they were told', async () => {
    const facts = job('j', {
      kind: 'undo',
      dataCenter: 'jp',
      module: 'Pipelines',
      tagNames: ['VIP', '見込み客'],
      state: 'waiting',
      problem: { code: 'refused', values: { code: 'NOT_SUPPORTED', status: 400 } },
      startedAt: 2,
      resumeAt: 9,
      waits: 3,
      endedAt: 7,
      undoOf: 'a',
      undoneBy: 'b',
      dismissed: true,
      seenAt: 8,
      inPassing: true,
      tellEnd: true,
    });
    await journal.write(facts, []);
    expect(await journal.readJob('j')).toEqual(facts);
  });

  it('keeps each record’s facts as they were told', async () => {
    const records: Batch['records'] = [
      { id: '1', tags: ['VIP', 'Fair'], outcome: { kind: 'done', changed: ['VIP'] }, after: ['Fair'] },
      { id: '2', tags: ['VIP'], outcome: { kind: 'failed', code: 'X', message: 'y' }, earlier: ['Fair'] },
      { id: '3', tags: ['VIP'], outcome: { kind: 'unknown', told: ['VIP'] }, again: true },
      { id: '4', tags: [], outcome: { kind: 'unknown', refused: { code: 'X', message: 'y' } } },
    ];
    const whole: Batch = { ...batch('j', 0), wave: 2, readAt: 5, state: 'settled', records };
    await journal.write(job('j'), [whole]);
    expect(await journal.readBatch('j', 0)).toEqual(whole);
  });

  it('reads no job or batch without a tag: a call without one may mean every tag', async () => {
    await wrap(database.connection).put('jobs', job('j', { tagNames: [] }));
    await wrap(database.connection).put('batches', { ...batch('k', 0), tagNames: [] });
    expect(await journal.readJob('j')).toBeUndefined();
    await expect(journal.readBatches('k')).rejects.toThrow();
  });

  it('writes nothing where there is nothing to write', async () => {
    await journal.saveBatches([]);
    await journal.updateJob('nope', () => ({ dismissed: true }));
    await journal.dismiss('nope');
    expect(onChange).not.toHaveBeenCalled();
    expect(await journal.readJobs()).toEqual([]);
  });

  it('shows the newest of a tab’s jobs that are not over', async () => {
    for (const createdAt of [2, 3, 1]) await journal.write(job(`at ${createdAt}`, { createdAt }), []);
    expect((await journal.jobOfTab(1))?.id).toBe('at 3');
  });

  it('dismisses an undo together with its removal', async () => {
    await journal.write(job('a', { state: 'finished' }), []);
    await journal.write(job('b', { state: 'finished', kind: 'undo', undoOf: 'a' }), []);
    await journal.dismiss('b');
    expect((await journal.readJob('a'))?.dismissed).toBe(true);
  });

  it('passes over jobs that it cannot read', async () => {
    await wrap(database.connection).put('jobs', { ...job('odd'), state: 'dreaming' });
    await wrap(database.connection).put('jobs', { id: 'odder', tabId: 1 });
    await journal.write(job('j', { state: 'paused' }), []);
    expect(await journal.readJob('odd')).toBeUndefined();
    expect((await journal.readJobs()).map(({ id }) => id)).toEqual(['j']);
    expect((await journal.unfinishedJobs()).map(({ id }) => id)).toEqual(['j']);
    expect((await journal.jobOfTab(1))?.id).toBe('j');
    await journal.delete('j');
    expect(await journal.jobOfTab(1)).toBeUndefined();
    await journal.updateJob('odd', () => ({ state: 'finished' }));
    expect(await wrap(database.connection).get('jobs', 'odd')).toMatchObject({ state: 'dreaming' });
  });

  it('does not pass over a batch that it cannot read, since its records would go unnoticed', async () => {
    await journal.write(job('j'), [batch('j', 0)]);
    await wrap(database.connection).put('batches', { ...batch('j', 1), state: 'dreaming' });
    await expect(journal.readBatches('j')).rejects.toThrow();
  });

  it('tells of each change once it is written', async () => {
    await journal.write(job('j'), [batch('j', 0)]);
    await journal.updateJob('j', () => ({ dismissed: true }));
    await journal.saveBatches([batch('j', 0), batch('j', 1)]);
    expect(onChange.mock.calls).toEqual([['j'], ['j'], ['j']]);
  });

  it('tells other pages, until they listen no more', async () => {
    const heard: string[] = [];
    const stop = onJobChanged((id) => heard.push(id));
    const announce = announceJobChanges();
    const somebody = new BroadcastChannel('untag-journal');
    somebody.postMessage({ id: 'x' });
    announce('j');
    await eventually(() => expect(heard).toEqual(['j']));
    stop();
    announce('k');
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(heard).toEqual(['j']);
    somebody.close();
  });
});
