import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeUrlBytes } from '@/lib/bigin/endpoints/change-tags';
import { explainProblem } from '@/lib/i18n/explain-problem';
import type { Batch, Job, Outcome } from '@/lib/jobs/job';
import { actionOf } from '@/lib/jobs/plan/batches';
import { planRemoval, type RemovalRequest } from '@/lib/jobs/plan/plan-removal';
import { planRetry } from '@/lib/jobs/plan/plan-retry';
import type { BatchLimits } from '@/lib/jobs/plan/batches';
import { planUndo } from '@/lib/jobs/plan/plan-undo';
import type { Preview } from '@/lib/preview/preview';
import { createFakeBigin } from '../../../fake-bigin/index';
import { at } from '../../support/fake';
import { connectionId, previewOf } from '../../support/preview-of';
import { problemOfCall } from '../../support/problem-of';

let preview: Preview;

beforeAll(async () => {
  preview = await previewOf(createFakeBigin());
});

const plan = (tagNames: string[], changes: Partial<RemovalRequest> = {}) =>
  planRemoval({ jobId: 'j', preview, tagNames, tabId: 7, now: 5, ...changes });
const idsOf = (batches: readonly Batch[]) => batches.map(({ records }) => records.map(({ id }) => id));

describe('the plan of a removal', () => {
  it('is about the records with a chosen tag, and no others', () => {
    const { job, batches } = plan(['VIP', 'Newsletter']);
    const [first, , third] = preview.records;
    expect(batches).toEqual([
      {
        jobId: 'j',
        index: 0,
        tagNames: ['VIP', 'Newsletter'],
        wave: 0,
        state: 'planned',
        readAt: preview.readAt,
        records: [first, third],
      },
    ]);
    expect(job).toEqual({
      id: 'j',
      kind: 'removal',
      connectionId,
      dataCenter: preview.dataCenter,
      org: preview.org,
      module: 'Contacts',
      tagNames: ['VIP', 'Newsletter'],
      tabId: 7,
      selectionKey: preview.selectionKey,
      createdAt: 5,
      state: 'running',
      dismissed: false,
    });
    expect(actionOf(job)).toBe('remove_tags');
  });

  it('names a tag once', () => {
    expect(plan(['VIP', 'VIP']).job.tagNames).toEqual(['VIP']);
  });

  it('is refused for a tag with a comma, never half of whose name is sent', () => {
    const problem = problemOfCall(() => plan(['VIP', 'Retail, wholesale']));
    expect(problem).toEqual({ code: 'tagHasComma', values: { tag: 'Retail, wholesale' } });
    expect(explainProblem(problem)).toContain('“Retail, wholesale”');
  });

  it.each([[[]], [['no such tag']], [['vip']]])(
    'is refused where no record has a chosen tag: %j',
    (names) => {
      expect(problemOfCall(() => plan(names))).toEqual({ code: 'noTagChosen' });
    },
  );

  it('keeps both limits, and every record once, in order', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(1200),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 25 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 600, max: 20_000 }),
        (untagged, count, names, most, urlBytes) => {
          const tagNames = names.map((name) => name.replaceAll(/[,\s]/g, '_'));
          const records = Array.from({ length: untagged + count }, (_, index) => ({
            id: String(7_618_134_000_000_100_000n + BigInt(index)),
            tags: index < untagged ? [] : [at(tagNames, 0)],
          }));
          fc.pre(count > 0);
          const { job, batches } = plan(tagNames, {
            preview: { ...preview, records },
            limits: { records: most, urlBytes },
          });
          expect(idsOf(batches).flat()).toEqual(records.slice(untagged).map(({ id }) => id));
          expect(batches.map(({ index }) => index)).toEqual(batches.map((_, index) => index));
          for (const batch of batches) {
            const ids = batch.records.map(({ id }) => id);
            expect(ids.length).toBeLessThanOrEqual(most);
            const change = { action: actionOf(job), module: job.module, ids, tagNames: batch.tagNames };
            if (ids.length > 1) expect(changeUrlBytes(change)).toBeLessThanOrEqual(urlBytes);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has room for the longest id, whichever record has it', () => {
    const records = [1, 19, 2, 19, 3, 19].map((length, index) => ({
      id: String(index).repeat(length),
      tags: ['VIP'],
    }));
    const change = { action: 'remove_tags', module: 'Contacts', tagNames: ['VIP'] } as const;
    const urlBytes = changeUrlBytes({ ...change, ids: ['0'.repeat(19), '0'.repeat(19)] });
    const limits = { records: 500, urlBytes };
    const { batches } = plan(['VIP'], { preview: { ...preview, records }, limits });
    expect(batches.map((batch) => batch.records.length)).toEqual([2, 2, 2]);
  });

  it('sends a record alone that leaves the URL too long even so', () => {
    const { batches } = plan(['VIP'], { limits: { records: 500, urlBytes: 1 } });
    expect(batches.map((batch) => batch.records.length)).toEqual([1, 1]);
  });

  it('of 1,200 records takes three calls', () => {
    const records = Array.from({ length: 1200 }, (_, index) => ({
      id: String(7_618_134_000_000_100_000n + BigInt(index)),
      tags: ['VIP'],
    }));
    const { batches } = plan(['VIP'], { preview: { ...preview, records } });
    expect(batches.map((batch) => batch.records.length)).toEqual([500, 500, 200]);
  });
});

describe('so many names that they leave no room for ids', () => {
  it('are taken off in waves of full calls, each name once', () => {
    const names = Array.from({ length: 72 }, (_, index) => `見込み客の長い名前のタグ${index}`);
    const records = Array.from({ length: 1000 }, (_, index) => ({
      id: String(7_618_134_000_000_100_000n + BigInt(index)),
      tags: [names[index % 72] ?? '', names[(index + 1) % 72] ?? ''],
    }));
    const { batches } = plan(names, { preview: { ...preview, records } });
    expect(batches.length).toBeLessThan(40);
    const isLast = ({ index, wave }: Batch) => batches[index + 1]?.wave !== wave;
    expect(batches.filter((batch) => !isLast(batch)).every((batch) => batch.records.length === 500)).toBe(
      true,
    );
    expect(at(batches, -1).wave).toBeGreaterThan(0);
    expect([...new Set(batches.map(({ tagNames }) => tagNames))].flat()).toEqual(names);
    for (const { records: some, tagNames } of batches) {
      expect(some.every(({ tags }) => tags.some((tag) => tagNames.includes(tag)))).toBe(true);
    }
    const counted = batches.flatMap((batch) => batch.records).filter(({ again }) => !again);
    expect(counted).toHaveLength(1000);
  });
});

const done = (...changed: string[]): Outcome => ({ kind: 'done', changed });
const failed: Outcome = { kind: 'failed', code: 'RECORD_LOCKED' };

/** A removal of A and B that has ended so. */
function removal(...ends: [tags: string[], outcome: Outcome][]): [Job, Batch[]] {
  const records = ends.map(([tags, outcome], index) => ({ id: `r${index}`, tags, outcome }));
  const { job } = plan(['VIP']);
  return [
    { ...job, tagNames: ['A', 'B'], state: 'finished' },
    [{ jobId: 'j', index: 0, tagNames: ['A', 'B'], wave: 0, state: 'settled', readAt: 0, records }],
  ];
}

const undoOf = ([ended, batches]: [Job, Batch[]], limits?: BatchLimits) =>
  planUndo({ removal: ended, batches, jobId: 'u', now: 9, ...(limits && { limits }) });

describe('the plan of an undo', () => {
  it('gives each record back what it lost, in one call for those that lost the same', () => {
    const { job, batches } = undoOf(
      removal(
        [['A', 'X'], done('A')],
        [['B', 'A'], done('B', 'A')],
        [['A'], done('A')],
        [['A', 'B'], done('A', 'B')],
        [['B'], failed],
        [['C'], done()],
        [['B'], { kind: 'unknown' }],
      ),
    );
    expect(job).toEqual({
      id: 'u',
      kind: 'undo',
      connectionId,
      dataCenter: preview.dataCenter,
      org: preview.org,
      module: 'Contacts',
      tagNames: ['A', 'B'],
      tabId: 7,
      selectionKey: preview.selectionKey,
      createdAt: 9,
      state: 'running',
      undoOf: 'j',
      dismissed: false,
    });
    expect(batches.map(({ index, tagNames }) => [index, tagNames])).toEqual([
      [0, ['A']],
      [1, ['A', 'B']],
    ]);
    expect(idsOf(batches)).toEqual([
      ['r0', 'r2'],
      ['r1', 'r3'],
    ]);
    expect(batches[0]?.records[0]).toEqual({ id: 'r0', tags: ['X'] });
    expect(actionOf(job)).toBe('add_tags');
  });

  it('goes tag by tag where that is fewer calls, and never has a record in two calls at once', () => {
    const sets = [['A'], ['B'], ['C'], ['A', 'B'], ['A', 'C'], ['B', 'C'], ['A', 'B', 'C']];
    const [job, batches] = removal(...sets.map((set): [string[], Outcome] => [set, done(...set)]));
    const undo = undoOf([{ ...job, tagNames: ['A', 'B', 'C'] }, batches]);
    expect(undo.batches.map(({ index, wave, tagNames }) => [index, wave, tagNames])).toEqual([
      [0, 0, ['A']],
      [1, 1, ['B']],
      [2, 2, ['C']],
    ]);
    const given = new Map(sets.map((_, index) => [`r${index}`, [] as string[]]));
    for (const { records, tagNames } of undo.batches) {
      for (const { id } of records) given.get(id)?.push(...tagNames);
    }
    expect([...given.values()]).toEqual(sets);
    const counted = undo.batches.flatMap(({ records }) => records).filter(({ again }) => !again);
    expect(counted).toHaveLength(sets.length);
  });

  it('keeps calls that are full to records that lost the same', () => {
    const sets = [['A'], ['B'], ['A', 'B'], ['A'], ['B'], ['A', 'B'], ['A', 'B']];
    const undo = undoOf(removal(...sets.map((set): [string[], Outcome] => [set, done(...set)])), {
      records: 2,
      urlBytes: 14_000,
    });
    expect(undo.batches.map(({ tagNames, records }) => [tagNames, records.length])).toEqual([
      [['A'], 2],
      [['B'], 2],
      [['A', 'B'], 2],
      [['A', 'B'], 1],
    ]);
  });

  it('goes tag by tag for what fills no call, where that is fewer calls', () => {
    const sets = [['A'], ['B'], ['A', 'B']].flatMap((set) => [set, set, set]);
    const undo = undoOf(removal(...sets.map((set): [string[], Outcome] => [set, done(...set)])), {
      records: 2,
      urlBytes: 14_000,
    });
    expect(undo.batches.map(({ tagNames, wave, records }) => [tagNames, wave, records.length])).toEqual([
      [['A'], 0, 2],
      [['B'], 0, 2],
      [['A', 'B'], 0, 2],
      [['A'], 0, 2],
      [['B'], 1, 2],
    ]);
  });

  it('is refused where nothing came off', () => {
    const [job, batches] = removal([['A'], failed], [['C'], done()]);
    expect(problemOfCall(() => undoOf([job, batches]))).toEqual({ code: 'nothingToUndo' });
  });

  it('is refused where it was undone, and for an undo', () => {
    const [job, batches] = removal([['A'], done('A')]);
    for (const other of [
      { ...job, undoneBy: 'x' },
      { ...job, kind: 'undo' as const },
    ]) {
      expect(problemOfCall(() => undoOf([other, batches]))).toEqual({ code: 'nothingToUndo' });
    }
  });
});

describe('the plan of a retry', () => {
  it('takes the failed records out of their batch and into a new one', () => {
    const [job, batches] = removal([['A'], done('A')], [['A', 'B'], failed], [['B'], failed]);
    const [old, fresh, ...rest] = planRetry(job, batches);
    expect(rest).toEqual([]);
    expect(old).toMatchObject({ index: 0, state: 'settled', records: [{ id: 'r0' }] });
    expect(fresh).toEqual({
      jobId: 'j',
      index: 1,
      tagNames: ['A', 'B'],
      wave: 1,
      state: 'planned',
      readAt: 0,
      records: [
        { id: 'r1', tags: ['A', 'B'] },
        { id: 'r2', tags: ['B'] },
      ],
    });
  });

  it('of an undo keeps each record to the tags it lost', () => {
    const [job, batches] = removal([['A'], failed]);
    const two = [
      { ...at(batches, 0), tagNames: ['A'] },
      { ...at(batches, 0), index: 3, tagNames: ['B'] },
    ];
    expect(planRetry({ ...job, kind: 'undo' }, two).slice(2)).toMatchObject([
      { index: 4, tagNames: ['A'] },
      { index: 5, tagNames: ['B'] },
    ]);
  });

  it('keeps what an earlier call did, and in which wave a record is counted', () => {
    const [job, [batch]] = removal([['A'], failed], [['B'], failed]);
    const records = (batch?.records ?? []).map((record, index) =>
      index === 0 ? { ...record, earlier: ['B'], after: ['A'] } : { ...record, again: true },
    );
    const retried = planRetry(job, [{ ...at([batch], 0), records } as Batch]);
    expect(retried[1]?.records).toEqual([
      { id: 'r0', tags: ['A'], earlier: ['B'] },
      { id: 'r1', tags: ['B'], again: true },
    ]);
  });

  it('sends each tag’s calls in a wave of their own, behind all that were sent before', () => {
    const [job, batches] = removal([['A', 'B'], failed]);
    const two = [
      { ...at(batches, 0), tagNames: ['A'], wave: 4 },
      { ...at(batches, 0), index: 1, tagNames: ['B'], wave: 1 },
    ];
    expect(planRetry(job, two).map(({ wave, index }) => [wave, index])).toEqual([
      [4, 0],
      [1, 1],
      [5, 2],
      [6, 3],
    ]);
  });

  it('leaves where it is what no call was made for', () => {
    const [job, [batch]] = removal([['A'], failed], [['A'], failed]);
    const [first, second] = batch?.records ?? [];
    const untouched = { id: second?.id ?? '', tags: ['A'] };
    const [old, fresh] = planRetry(job, [{ ...at([batch], 0), records: [first, untouched] } as Batch]);
    expect(old?.records).toEqual([untouched]);
    expect(fresh?.records.map(({ id }) => id)).toEqual([first?.id]);
  });

  it('keeps the limits of a call', () => {
    const [job, batches] = removal([['A'], failed], [['A'], failed], [['A'], failed]);
    const retried = planRetry(job, batches, { records: 2, urlBytes: 14_000 });
    expect(retried.map(({ index, records }) => [index, records.length])).toEqual([
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
  });

  it('is refused where none failed', () => {
    const [job, batches] = removal([['A'], done('A')]);
    expect(problemOfCall(() => planRetry(job, batches)).code).toBe('nothingToRetry');
  });
});
