import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import type { Calls } from '@/lib/calls/calls';
import type { Batch, BatchRecord } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { sendBatch } from '@/lib/jobs/run/send-batch';
import type { Learnt } from '@/lib/learnt/learnt';
import { aJob } from '../../support/a-job';
import { callsTo } from '../../support/calls';
import { testDatabase } from '../../support/test-database';
import { virtualClock } from '../../support/virtual-clock';

const first = '7618134000000632028';
const second = '7618134000000632029';

type Answer = () => Response | Promise<Response>;

const answered = (...data: object[]) => Response.json({ data });
const changed = (id: string, tags?: string[]) => ({
  code: 'SUCCESS',
  status: 'success',
  message: 'tags updated',
  details: { id, ...(tags && { tags }) },
});
const failed = (id: string, message = 'locked') => ({
  code: 'RECORD_LOCKED',
  status: 'error',
  message,
  details: { id },
});
const refused =
  (status: number, code: string): Answer =>
  () =>
    Response.json({ code }, { status });
const lost: Answer = () => Promise.reject(new Error('the connection is cut'));

let journal: Journal;
let stop: AbortController;
let urls: URL[];
let calls: Calls;

beforeEach(async () => {
  journal = new Journal(await testDatabase());
  stop = new AbortController();
  urls = [];
});

const withTag = (...ids: string[]): BatchRecord[] => ids.map((id) => ({ id, tags: ['VIP', 'Lead'] }));

const batchOf = (records: BatchRecord[]): Batch => ({
  jobId: 'j',
  index: 0,
  tagNames: ['VIP'],
  wave: 0,
  state: 'planned',
  readAt: 0,
  records,
});

/** Sends a batch that stands in the journal; the calls get these answers, one after another. */
async function send(records: BatchRecord[], answers: readonly Answer[], known: Partial<Learnt> = {}) {
  const left = [...answers];
  const client = new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: () => Promise.resolve('token'),
    fetch: async (input) => {
      urls.push(new URL(new Request(input).url));
      const answer = left.shift();
      if (!answer) throw new Error('one call more than there are answers');
      return answer();
    },
  });
  const clock = virtualClock();
  calls = callsTo(client, clock);
  calls.lessons.learn(known);
  const batch = batchOf(records);
  await journal.write(aJob(), [batch]);
  const context = {
    journal,
    calls,
    clock,
    stop: stop.signal,
    batchLimits: { start: 2, ceiling: 2 },
    lanes: 1,
  };
  await sendBatch(aJob(), batch, context);
}

const stored = async () => {
  const { state, records } = await journal.readBatch('j', 0);
  return { state, outcomes: records.map(({ outcome }) => outcome) };
};

describe('the call of a batch', () => {
  it('asks for the records whose outcome is not known yet, and keeps that of the others', async () => {
    const done = { kind: 'done' as const, changed: ['Lead'] };
    const records = [{ id: first, tags: ['VIP', 'Lead'], outcome: done }, ...withTag(second)];
    await send(records, [() => answered(changed(second, ['Lead']))]);
    expect(urls.map(({ pathname }) => pathname)).toEqual([
      `/bigin/v2/Contacts/${second}/actions/remove_tags`,
    ]);
    expect(await stored()).toEqual({
      state: 'settled',
      outcomes: [done, { kind: 'done', changed: ['VIP'] }],
    });
  });

  it('is written ahead, once, however often it is made', async () => {
    const markSent = vi.spyOn(journal, 'markSent');
    let stateBefore: unknown;
    const whole = async () => {
      stateBefore = (await stored()).state;
      return answered(changed(first, ['Lead']));
    };
    await send(withTag(first), [refused(503, 'INTERNAL_ERROR'), refused(503, 'INTERNAL_ERROR'), whole]);
    expect(stateBefore).toBe('sent');
    expect(markSent).toHaveBeenCalledOnce();
    expect(await stored()).toEqual({ state: 'settled', outcomes: [{ kind: 'done', changed: ['VIP'] }] });
  });

  it('is not made after a stop, and nothing is written', async () => {
    stop.abort();
    await expect(send(withTag(first), [])).rejects.toMatchObject({ name: 'NotSentError' });
    expect([urls.length, (await stored()).state]).toEqual([0, 'planned']);
  });

  it('is not made where the stop comes while it is written ahead: the batch is as it was', async () => {
    const markSent = journal.markSent.bind(journal);
    vi.spyOn(journal, 'markSent').mockImplementation(async (batch) => {
      await markSent(batch);
      stop.abort();
    });
    await expect(send(withTag(first), [])).rejects.toMatchObject({ name: 'NotSentError' });
    expect([urls.length, (await stored()).state]).toEqual([0, 'planned']);
  });

  it('that is refused leaves the batch as it was', async () => {
    await expect(send(withTag(first), [refused(403, 'NO_PERMISSION')])).rejects.toMatchObject({
      code: 'NO_PERMISSION',
    });
    expect(await stored()).toEqual({ state: 'planned', outcomes: [undefined] });
  });
});

describe('a call that was lost and is made again', () => {
  it('leaves in doubt what is refused then: the first one may have changed it', async () => {
    const settled = { kind: 'failed' as const, code: 'EARLIER' };
    const records = [...withTag(first, second), { id: '7', tags: ['VIP'], outcome: settled }];
    await send(records, [lost, () => answered(changed(first, ['Lead']), failed(second))]);
    expect((await stored()).outcomes).toEqual([
      { kind: 'done', changed: ['VIP'] },
      { kind: 'unknown', refused: { code: 'RECORD_LOCKED', message: 'locked' } },
      settled,
    ]);
  });

  it('leaves it in doubt without words where Bigin has none', async () => {
    await send(withTag(first), [lost, () => answered(failed(first, ''))]);
    expect((await stored()).outcomes).toEqual([{ kind: 'unknown', refused: { code: 'RECORD_LOCKED' } }]);
  });

  it.each([
    ['as too large', refused(414, '')],
    ['for one of its records', refused(400, 'INVALID_DATA')],
  ])('is in doubt as a whole where it is refused %s, and stays sent', async (_, refusal) => {
    await expect(send(withTag(first), [lost, refusal])).rejects.toMatchObject({ name: 'InDoubtError' });
    expect((await stored()).state).toBe('sent');
  });

  it('fails as what it is where the account is refused, and stays sent', async () => {
    const answers = [lost, refused(403, 'NO_PERMISSION')];
    await expect(send(withTag(first), answers)).rejects.toMatchObject({ code: 'NO_PERMISSION' });
    expect((await stored()).state).toBe('sent');
  });
});

describe('the tags that an answer tells', () => {
  it('are learnt to be those afterwards where one record shows it', async () => {
    await send(withTag(first, second), [() => answered(changed(first, ['Lead']), changed(second))]);
    expect(calls.lessons.known.detailsTags).toBe('after');
    expect((await journal.readBatch('j', 0)).records.map(({ after }) => after)).toEqual([
      ['Lead'],
      undefined,
    ]);
  });

  it('are not learnt anew where they are known to be something else', async () => {
    await send(withTag(first), [() => answered(changed(first, ['Lead']))], { detailsTags: 'other' });
    expect(calls.lessons.known.detailsTags).toBe('other');
  });
});
