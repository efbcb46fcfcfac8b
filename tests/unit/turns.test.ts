import { describe, expect, it } from 'vitest';
import { Turns } from '@/lib/turns';

/** Work that ends when it is told to. */
function work(name: string, log: string[]) {
  const { promise, resolve, reject } = withResolvers();
  const begin = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
    return name;
  };
  return { begin, end: resolve, fail: reject };
}

function withResolvers() {
  let resolve: () => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

const soon = () => new Promise((resolve) => void setTimeout(resolve, 1));

describe('works that take turns', () => {
  it('wait for each other where they share a name, in the order in which they asked', async () => {
    const log: string[] = [];
    const turns = new Turns();
    const [first, second] = [work('first', log), work('second', log)];
    const results = Promise.all([turns.take('a', first.begin), turns.take('a', second.begin)]);
    second.end();
    await soon();
    expect(log).toEqual(['first begins']);
    first.end();
    expect(await results).toEqual(['first', 'second']);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('do not wait where they share none', async () => {
    const log: string[] = [];
    const turns = new Turns();
    void turns.take('a', work('first', log).begin);
    void turns.take('b', work('second', log).begin);
    await soon();
    expect(log).toEqual(['first begins', 'second begins']);
  });

  it('have their turn after one that failed, whose failure is its own', async () => {
    const log: string[] = [];
    const turns = new Turns();
    const [first, second] = [work('first', log), work('second', log)];
    const results = Promise.allSettled([turns.take('a', first.begin), turns.take('a', second.begin)]);
    first.fail(new Error('x'));
    second.end();
    expect(await results).toMatchObject([{ reason: { message: 'x' } }, { value: 'second' }]);
  });
});
