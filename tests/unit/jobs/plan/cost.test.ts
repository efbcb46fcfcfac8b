import { describe, expect, it } from 'vitest';
import { costOf, needsConfirmation, type CostQuestion } from '@/lib/jobs/plan/cost';
import { standardRunSettings } from '@/lib/settings/run-settings';

const cost = (records: number, changes: Partial<CostQuestion> = {}) =>
  costOf({
    module: 'Contacts',
    records,
    tagNames: ['VIP'],
    batchCeiling: 500,
    isStale: false,
    ...changes,
  });

describe('what a removal costs', () => {
  it.each([
    [1, 2, 2],
    [50, 2, 2],
    [51, 2, 3],
    [200, 2, 5],
    [201, 1, 5],
    [500, 1, 10],
    [501, 2, 11],
    [10_000, 20, 200],
  ])('%i records: %i calls, %i credits', (records, calls, credits) => {
    expect(cost(records)).toEqual({ calls, credits });
  });

  it.each([
    ['coql-200', 5],
    ['ids', 10],
    ['single', 1000],
    [undefined, 5],
  ] as const)('counts the reading anew of tags that were read long ago, by %s', (reader, reads) => {
    const changed = cost(1000);
    expect(cost(1000, { isStale: true, ...(reader && { reader }) })).toEqual({
      calls: changed.calls + reads,
      credits: changed.credits + reads,
    });
  });

  it('goes by the size that the account is known to take, up to the one that is set', () => {
    expect(cost(1000, { batchSize: 250 })).toEqual({ calls: 4, credits: 20 });
    expect(cost(1000, { batchSize: 250, batchCeiling: 100 })).toEqual({ calls: 10, credits: 20 });
  });

  it('counts no reading of few records where each would take a call of its own', () => {
    expect(cost(1, { reader: 'single' })).toEqual({ calls: 1, credits: 1 });
    expect(cost(1, { reader: 'coql-50' })).toEqual({ calls: 2, credits: 2 });
  });

  it('goes by the bytes of the names too', () => {
    const tagNames = Array.from({ length: 40 }, (_, index) => `見込み客の長い名前のタグ${index}`);
    expect(cost(500, { tagNames }).calls).toBeGreaterThan(1);
  });
});

describe('a removal is confirmed', () => {
  it('above a number of records', () => {
    expect(needsConfirmation(1000, cost(1000), standardRunSettings, 50_000)).toBe(false);
    expect(needsConfirmation(1001, cost(1001), standardRunSettings, 50_000)).toBe(true);
  });

  it('above a share of the credits that are left', () => {
    expect(needsConfirmation(500, { calls: 1, credits: 10 }, standardRunSettings, 50)).toBe(false);
    expect(needsConfirmation(500, { calls: 1, credits: 11 }, standardRunSettings, 50)).toBe(true);
  });

  it('above that share of the smallest edition’s where Bigin does not tell what is left', () => {
    const settings = { confirmRecords: 1_000_000, confirmCreditShare: 1 };
    expect(needsConfirmation(2500, cost(2500), settings)).toBe(false);
    expect(needsConfirmation(2550, cost(2550), settings)).toBe(true);
  });
});
