import { describe, expect, it } from 'vitest';
import { groupFailures } from '@/lib/jobs/account/failures';

const failures = (code: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${code}${index}`, code }));
const group = (failed: ReturnType<typeof failures>, most = 100) =>
  groupFailures(failed, (code) => code.toLowerCase().replace(/_\w$/, ''), most).map(
    ({ reason, count, ids }) => [reason, count, ids.length],
  );

describe('failures', () => {
  it('are grouped by what they mean, the most frequent first', () => {
    expect(group([...failures('GONE', 1), ...failures('LOCKED', 3), ...failures('GONE_X', 1)])).toEqual([
      ['locked', 3, 3],
      ['gone', 2, 2],
    ]);
  });

  it('are all listed where they are few', () => {
    expect(group([...failures('A', 60), ...failures('B', 40)])).toEqual([
      ['a', 60, 60],
      ['b', 40, 40],
    ]);
  });

  it('are listed in part where they are many, some of each reason', () => {
    expect(group([...failures('A', 5000), ...failures('B', 2), ...failures('C', 70)])).toEqual([
      ['a', 5000, 49],
      ['c', 70, 49],
      ['b', 2, 2],
    ]);
  });
});
