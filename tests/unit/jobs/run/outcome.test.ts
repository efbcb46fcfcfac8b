import { describe, expect, it } from 'vitest';
import type { RecordAnswer } from '@/lib/bigin/endpoints/change-tags';
import type { BatchRecord } from '@/lib/jobs/job';
import { lookAlikesOf, outcomeOf, showsTagsAfter, tagsAfter, type Change } from '@/lib/jobs/run/outcome';

const removal: Change = { kind: 'removal', tagNames: ['VIP', 'Lead'] };
const undo: Change = { kind: 'undo', tagNames: ['VIP', 'Lead'] };
const record = (...tags: string[]): BatchRecord => ({ id: '1', tags });
const success = (tags?: string[]): RecordAnswer => ({
  id: '1',
  status: 'success',
  code: 'SUCCESS',
  message: undefined,
  tags,
});
const error = (message?: string): RecordAnswer => ({
  id: '1',
  status: 'error',
  code: 'RECORD_LOCKED',
  message,
  tags: ['VIP'],
});
const unknown = (told: string[]) => ({ kind: 'unknown', told });

describe('what became of a record', () => {
  it('is that the chosen tags which it had came off, where Bigin says so', () => {
    expect(outcomeOf(removal, record('VIP', 'Fair'), success(), {})).toEqual({
      kind: 'done',
      changed: ['VIP'],
    });
  });

  it('of an undo is that the tags which it did not have came on', () => {
    expect(outcomeOf(undo, record('VIP', 'Fair'), success(), {})).toEqual({
      kind: 'done',
      changed: ['Lead'],
    });
  });

  it('is not known where Bigin does not name it', () => {
    expect(outcomeOf(removal, record('VIP'), undefined, {})).toEqual({ kind: 'unknown' });
  });

  it('is Bigin’s refusal, in its own words where it has any', () => {
    expect(outcomeOf(removal, record('VIP'), error('record is locked'), {})).toEqual({
      kind: 'failed',
      code: 'RECORD_LOCKED',
      message: 'record is locked',
    });
    expect(outcomeOf(removal, record('VIP'), error(''), {})).toEqual({
      kind: 'failed',
      code: 'RECORD_LOCKED',
    });
  });

  it.each([
    [['VIP', 'Fair'], undefined, unknown(['VIP', 'Fair'])],
    [['VIP', 'Fair'], 'after', unknown(['VIP', 'Fair'])],
    // It is known that they are not the tags afterwards.
    [['VIP', 'Fair'], 'other', { kind: 'done', changed: ['VIP'] }],
    [['Fair'], undefined, { kind: 'done', changed: ['VIP'] }],
  ] as const)(
    'is in doubt where a removed tag is named as one that is there: %j, where these are %s',
    (told, detailsTags, outcome) => {
      const known = detailsTags ? { detailsTags } : {};
      expect(outcomeOf(removal, record('VIP', 'Fair'), success([...told]), known)).toEqual(outcome);
    },
  );

  it.each([
    [['VIP'], 'after', unknown(['VIP'])],
    [['VIP', 'Lead'], 'after', { kind: 'done', changed: ['VIP', 'Lead'] }],
    [['VIP'], 'other', { kind: 'done', changed: ['VIP', 'Lead'] }],
    [['VIP'], undefined, { kind: 'done', changed: ['VIP', 'Lead'] }],
  ] as const)(
    'of an undo is in doubt where one of its tags is not among those afterwards: %j, where these are %s',
    (told, detailsTags, outcome) => {
      const known = detailsTags ? { detailsTags } : {};
      expect(outcomeOf(undo, record(), success([...told]), known)).toEqual(outcome);
    },
  );

  it.each([
    [undefined, { kind: 'unknown' }],
    [true, { kind: 'done', changed: ['VIP'] }],
    [false, { kind: 'done', changed: ['VIP', 'vip'] }],
  ])(
    'is in doubt for a tag that differs by case alone, until it is known if case counts: %s',
    (caseCounts, outcome) => {
      const known = caseCounts === undefined ? {} : { caseCounts };
      expect(outcomeOf(removal, record('VIP', 'vip'), success(), known)).toEqual(outcome);
    },
  );
});

describe('tags that differ from a chosen one by case alone', () => {
  it('are those that were not chosen themselves', () => {
    expect(lookAlikesOf(removal, record('VIP', 'vip', 'Vip', 'lead', 'Fair'))).toEqual([
      'vip',
      'Vip',
      'lead',
    ]);
  });

  it('do not matter to an undo, which adds names as they are', () => {
    expect(lookAlikesOf(undo, record('VIP', 'vip'))).toEqual([]);
  });
});

describe('the tags afterwards', () => {
  it('are those that Bigin names, where these are known to be the tags afterwards', () => {
    expect(tagsAfter(success(['Fair']), { detailsTags: 'after' })).toEqual(['Fair']);
    expect(tagsAfter(success(['Fair']), { detailsTags: 'other' })).toBeUndefined();
    expect(tagsAfter(success(['Fair']), {})).toBeUndefined();
  });

  it('are not told by a refusal, or by no answer', () => {
    expect(tagsAfter(error(), { detailsTags: 'after' })).toBeUndefined();
    expect(tagsAfter(undefined, { detailsTags: 'after' })).toBeUndefined();
  });

  it.each([
    ['what is left of them', ['VIP', 'Fair', 'Cold'], success(['Cold', 'Fair']), true],
    ['one that was not there before', ['VIP', 'Fair'], success(['Cold']), false],
    [
      'as many as are left, and another among them',
      ['VIP', 'Fair', 'Cold'],
      success(['Fair', 'Warm']),
      false,
    ],
    ['fewer than are left', ['VIP', 'Fair', 'Cold'], success(['Fair']), false],
    ['more than are left', ['VIP', 'Fair'], success(['Fair', 'Cold']), false],
    ['nothing, which a removal of all would show in any case', ['VIP'], success([]), false],
    ['nothing of them', ['VIP', 'Fair'], success(), false],
    ['those from before, of a record that had none of the chosen', ['Fair'], success(['Fair']), false],
    ['them in a refusal', ['VIP', 'Fair'], { ...error(), tags: ['Fair'] }, false],
  ])('are shown for what they are by an answer that names %s', (_, tags, answer, isShown) => {
    expect(showsTagsAfter(removal, record(...tags), answer)).toBe(isShown);
  });

  it('are not shown by an undo, after which nothing was taken', () => {
    expect(showsTagsAfter(undo, record('VIP', 'Fair'), success(['Fair']))).toBe(false);
  });
});
