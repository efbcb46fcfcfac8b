import { expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { Journal } from '@/lib/jobs/journal/journal';
import { BatchSize } from '@/lib/jobs/run/batch-size';
import { Suspects } from '@/lib/jobs/run/suspects';
import { workOff } from '@/lib/jobs/run/work-off';
import { aBatch } from '../../support/a-batch';
import { aJob } from '../../support/a-job';
import { callsTo } from '../../support/calls';
import { testDatabase } from '../../support/test-database';
import { virtualClock } from '../../support/virtual-clock';

it('throws what was thrown first, not what a call that was given up for it throws then', async () => {
  const halted = new AbortController();
  const renewed = new Promise<string>((resolve) => {
    halted.signal.addEventListener('abort', () => resolve('new token'));
  });
  const client = new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    // The token of the first batch has ended; it is only renewed when nothing more may be sent.
    accessToken: (rejected) => (rejected === undefined ? Promise.resolve('token') : renewed),
    fetch: (input) => {
      const isFirst = new Request(input).url.includes('/r0/');
      return Promise.resolve(
        isFirst
          ? Response.json({ code: 'INVALID_TOKEN' }, { status: 401 })
          : Response.json({ code: 'NO_PERMISSION' }, { status: 403 }),
      );
    },
  });
  const clock = virtualClock(2);
  const calls = callsTo(client, clock);
  const journal = new Journal(await testDatabase());
  const job = aJob();
  await journal.write(job, [aBatch(0), aBatch(1)]);
  const batchLimits = { start: 500, ceiling: 500 };
  const work = workOff({
    job,
    context: { journal, calls, clock, batchLimits, lanes: 2, stop: halted.signal },
    changedAt: 0,
    halt: () => halted.abort(),
    queue: [0, 1],
    nextIndex: 2,
    size: new BatchSize(calls.lessons, batchLimits),
    suspects: new Suspects(journal, () => Promise.resolve(new Set())),
    isInDoubt: false,
  });
  await expect(work).rejects.toMatchObject({ code: 'NO_PERMISSION' });
  // Neither had an effect.
  expect((await journal.readBatches('j')).map(({ state }) => state)).toEqual(['planned', 'planned']);
});
