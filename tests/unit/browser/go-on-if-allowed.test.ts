import { describe, expect, it, vi } from 'vitest';
import { goOnIfAllowed } from '@/lib/browser/go-on-if-allowed';
import type { Job } from '@/lib/jobs/job';
import type { ProblemCode } from '@/lib/problem';
import { withhold } from '../support/host-permissions';

/** Whether a job goes on that has ended its run with a problem, or none. */
async function goesOn(code?: ProblemCode): Promise<boolean> {
  const job = { dataCenter: 'us', ...(code && { problem: { code } }) } as Job;
  const resumeWaiting = vi.fn(() => Promise.resolve());
  await goOnIfAllowed({ journal: { readJob: () => Promise.resolve(job) }, runner: { resumeWaiting } }, 'j');
  return resumeWaiting.mock.calls.length > 0;
}

describe('a job that has come to wait', () => {
  it('goes on where the hosts that it waits for were allowed meanwhile', async () => {
    withhold('www.zohoapis.eu');
    expect(await goesOn('accessMissing')).toBe(true);
  });

  it('waits on where one of them is still kept back', async () => {
    withhold('www.zohoapis.com');
    expect(await goesOn('accessMissing')).toBe(false);
  });

  it('waits on for anything else, and has nothing to wait for once it is done', async () => {
    expect([await goesOn('networkDown'), await goesOn('signInNeeded'), await goesOn()]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
