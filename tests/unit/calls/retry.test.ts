import { describe, expect, it, vi } from 'vitest';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { NetworkError } from '@/lib/bigin/errors/network-error';
import { UnreadableAnswerError } from '@/lib/bigin/errors/unreadable-answer-error';
import { withRetries } from '@/lib/calls/retry';
import { retrying } from '../support/retrying';
import { virtualClock } from '../support/virtual-clock';

const failing = (error: Error, times: number) => {
  const call = vi.fn(() => Promise.resolve('done'));
  for (let turn = 0; turn < times; turn++) call.mockRejectedValueOnce(error);
  return call;
};
const answer = (status: number, code = '') => new BiginError({ code, status });

describe('a call that may be made again', () => {
  it.each([
    new NetworkError(),
    new UnreadableAnswerError(200),
    answer(429),
    answer(500, 'INTERNAL_ERROR'),
    answer(503),
  ])('is, after %s', async (error) => {
    const call = failing(error, 3);
    expect(await withRetries(call, retrying(virtualClock()))).toBe('done');
    expect(call).toHaveBeenCalledTimes(4);
  });

  it.each([
    answer(400, 'INVALID_MODULE'),
    answer(401, 'INVALID_TOKEN'),
    answer(403, 'NO_PERMISSION'),
    answer(414),
    new BiginError({ code: 'TOO_MANY_REQUESTS', status: 429, creditsLeft: 0 }),
    new RangeError('a mistake of ours'),
  ])('is not, after %s', async (error) => {
    const call = failing(error, 1);
    await expect(withRetries(call, retrying(virtualClock()))).rejects.toBe(error);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('waits as long as Bigin asks, but not for hours', async () => {
    const clock = virtualClock();
    const busy = (retryAfter: number) => new BiginError({ code: '', status: 429, retryAfter });
    expect(await withRetries(failing(busy(15_000), 1), retrying(clock))).toBe('done');
    expect(clock.pauses).toEqual([15_000]);
    const hours = busy(7_200_000);
    await expect(withRetries(failing(hours, 1), retrying(clock))).rejects.toBe(hours);
    expect(clock.pauses).toEqual([15_000]);
  });

  it('is made four times and no more', async () => {
    const clock = virtualClock();
    const call = failing(new NetworkError(), 9);
    await expect(withRetries(call, retrying(clock))).rejects.toBeInstanceOf(NetworkError);
    expect(call).toHaveBeenCalledTimes(4);
    expect(clock.pauses).toEqual([500, 1000, 2000]);
  });

  it('draws its pauses at random, so that clients do not come back together', async () => {
    const clock = { ...virtualClock(), random: () => 0.25 };
    const sleep = vi.spyOn(clock, 'sleep');
    await withRetries(failing(new NetworkError(), 2), retrying(clock));
    expect(sleep.mock.calls.map(([pause]) => pause)).toEqual([125, 250]);
  });

  it('is not made again once nobody wants it, before or after the pause', async () => {
    for (const moment of ['before', 'after']) {
      const clock = virtualClock();
      const nobody = new AbortController();
      if (moment === 'before') nobody.abort();
      clock.onSleep = () => Promise.resolve(nobody.abort());
      const call = failing(new NetworkError(), 9);
      const made = withRetries(call, retrying(clock, { signal: nobody.signal }));
      await expect(made).rejects.toBeInstanceOf(NetworkError);
      expect(call).toHaveBeenCalledTimes(1);
      expect(clock.pauses).toHaveLength(moment === 'before' ? 0 : 1);
    }
  });
});
