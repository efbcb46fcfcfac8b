import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingCost } from '@/lib/gather/cost';

describe('what reading a list costs', () => {
  it.each([
    [0, 1],
    [1, 1],
    [200, 1],
    [201, 2],
    [3000, 15],
  ])('of %i records: %i calls of 1 credit, of a view 3 credits', (records, calls) => {
    expect(readingCost(records, false)).toEqual({ calls, credits: calls });
    expect(readingCost(records, true)).toEqual({ calls, credits: calls * 3 });
  });

  it('is calls that hold all records, and not one call more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (records) => {
        const { calls } = readingCost(records, false);
        expect(calls * 200).toBeGreaterThanOrEqual(records);
        expect((calls - 1) * 200).toBeLessThan(records);
      }),
    );
  });
});
