import { describe, expect, it } from 'vitest';
import { BatchSize } from '@/lib/jobs/run/batch-size';
import { passingLessons } from '@/lib/learnt/learnt';

const limits = { start: 500, ceiling: 500 };

describe('the size of a batch', () => {
  it('is the start at first, and doubles up to the ceiling as calls are taken', async () => {
    const size = new BatchSize(passingLessons(), { start: 100, ceiling: 350 });
    const sizes = [];
    for (let call = 0; call < 4; call++) {
      sizes.push(size.most);
      await size.turn();
      size.accepted(size.most);
    }
    expect(sizes).toEqual([100, 200, 350, 350]);
  });

  it('is halved where a call is refused for it, and never grows beyond again', async () => {
    const size = new BatchSize(passingLessons(), limits);
    size.refused(500);
    await size.turn();
    size.accepted(250);
    expect(size.most).toBe(250);
  });

  it('is not halved twice by calls that were under way together', () => {
    const size = new BatchSize(passingLessons(), limits);
    size.refused(500);
    size.refused(500);
    expect(size.most).toBe(250);
  });

  it('is tried by one call alone, for whose end the others wait', async () => {
    const size = new BatchSize(passingLessons(), limits);
    size.refused(500);
    await size.turn();
    const went: string[] = [];
    const others = ['a', 'b'].map(async (name) => {
      await size.turn();
      went.push(name);
    });
    await Promise.resolve();
    expect(went).toEqual([]);
    size.accepted(250);
    await Promise.all(others);
    expect(went).toEqual(['a', 'b']);
  });

  it('is tried by the next one where a trial says nothing of it', async () => {
    const size = new BatchSize(passingLessons(), limits);
    size.refused(500);
    await size.turn();
    const next = size.turn();
    size.undecided();
    await next;
    size.accepted(250);
    expect(size.most).toBe(250);
  });

  it('is not taken for found where a smaller call was taken', async () => {
    const lessons = passingLessons();
    const size = new BatchSize(lessons, limits);
    size.refused(500);
    await size.turn();
    size.accepted(3);
    expect(lessons.known.batchSize).toBeUndefined();
    await size.turn();
    size.refused(250);
    expect(size.most).toBe(125);
  });

  it('is kept for the connection once it was found', async () => {
    const lessons = passingLessons();
    const size = new BatchSize(lessons, limits);
    size.refused(500);
    expect(lessons.known.batchSize).toBeUndefined();
    await size.turn();
    size.accepted(250);
    expect(new BatchSize(lessons, limits).most).toBe(250);
  });

  it('is one record at least', () => {
    const size = new BatchSize(passingLessons(), limits);
    size.refused(1);
    expect(size.most).toBe(1);
  });
});
