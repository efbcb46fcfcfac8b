import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import type { RecordId } from '@/lib/bigin/record-id';
import { Journal } from '@/lib/jobs/journal/journal';
import { Suspects } from '@/lib/jobs/run/suspects';
import { aBatch } from '../../support/a-batch';
import { aJob } from '../../support/a-job';
import { testDatabase } from '../../support/test-database';

let journal: Journal;
let suspects: Suspects;
const findGone = vi.fn<(ids: readonly RecordId[]) => Promise<ReadonlySet<RecordId>>>();

beforeEach(async () => {
  journal = new Journal(await testDatabase());
  await journal.write(aJob({ id: 'j' }), []);
  findGone.mockReset().mockResolvedValue(new Set());
  suspects = new Suspects(journal, findGone);
});

const refusal = new BiginError({ status: 400, code: 'NOT_SUPPORTED' });
const codes = async () =>
  (await journal.readBatches('j')).map(({ state, records }) => [
    state,
    ...records.map(({ outcome }) => outcome?.kind === 'failed' && outcome.code),
  ]);

describe('a record whose call Bigin refused as a whole', () => {
  it('has not failed until Bigin takes another call of the job: it may refuse them all', async () => {
    await suspects.add(aBatch(0), refusal);
    await suspects.add(aBatch(1), refusal);
    expect(await codes()).toEqual([]);
    expect(findGone).not.toHaveBeenCalled();
    await suspects.contrast();
    expect(await codes()).toEqual([
      ['settled', 'NOT_SUPPORTED'],
      ['settled', 'NOT_SUPPORTED'],
    ]);
  });

  it('has failed at once where Bigin has taken one', async () => {
    await suspects.contrast();
    await suspects.add(aBatch(0), refusal);
    expect(await codes()).toEqual([['settled', 'NOT_SUPPORTED']]);
  });

  it('has failed where no other call is left', async () => {
    await suspects.add(aBatch(0), refusal);
    await suspects.settle();
    expect(await codes()).toEqual([['settled', 'NOT_SUPPORTED']]);
  });

  it('is the third in a row without any that Bigin took: the job is refused, and no record has failed', async () => {
    await suspects.add(aBatch(0), refusal);
    await suspects.add(aBatch(1), refusal);
    await expect(suspects.add(aBatch(2), refusal)).rejects.toBe(refusal);
    expect(findGone.mock.calls).toEqual([[['r0', 'r1', 'r2']]]);
    expect(await codes()).toEqual([]);
  });

  it('is one of three of which Bigin does not have one any more: that is reason enough', async () => {
    findGone.mockResolvedValue(new Set(['r1']));
    for (const index of [0, 1, 2]) await suspects.add(aBatch(index), refusal);
    expect(await codes()).toHaveLength(3);
  });

  it('is told with the status where the answer had no code', async () => {
    await suspects.contrast();
    await suspects.add(aBatch(0), new BiginError({ status: 400, code: '' }));
    expect(await codes()).toEqual([['settled', '400']]);
  });

  it('keeps what was known of it before', async () => {
    const done = { id: 'r9', tags: [], outcome: { kind: 'done' as const, changed: [] } };
    await suspects.contrast();
    await suspects.add({ ...aBatch(0), records: [...aBatch(0).records, done] }, refusal);
    expect((await journal.readBatch('j', 0)).records[1]).toEqual(done);
  });
});
