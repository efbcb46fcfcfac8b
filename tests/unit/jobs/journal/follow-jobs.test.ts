import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';

/** The channel between the extension's pages, which tells at once here. */
class Channel extends EventTarget {
  static open: Channel | undefined;

  constructor() {
    super();
    Channel.open = this;
  }

  close() {
    Channel.open = undefined;
  }
}

const tell = (jobId: string) => Channel.open?.dispatchEvent(new MessageEvent('message', { data: jobId }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', Channel);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What was read so far; a reading takes so many milliseconds. */
function follow(takes = 0) {
  const readings: string[][] = [];
  const stop = followJobs(async (jobIds) => {
    readings.push([...jobIds]);
    await new Promise((resolve) => void setTimeout(resolve, takes));
  });
  return { readings, stop };
}

describe('who follows jobs', () => {
  it('is told of a change at once', () => {
    const { readings } = follow();
    tell('j');
    expect(readings).toEqual([['j']]);
  });

  it('is told of what changes meanwhile five times a second at most, of each job once', async () => {
    const { readings } = follow();
    for (const id of ['j', 'j', 'k', 'j']) tell(id);
    await vi.advanceTimersByTimeAsync(199);
    expect(readings).toEqual([['j']]);
    await vi.advanceTimersByTimeAsync(1);
    expect(readings).toEqual([['j'], ['j', 'k']]);
  });

  it('is told at once again after a quiet time, and not without a change', async () => {
    const { readings } = follow();
    tell('j');
    await vi.advanceTimersByTimeAsync(1000);
    expect(readings).toEqual([['j']]);
    tell('k');
    expect(readings).toEqual([['j'], ['k']]);
  });

  it('is not told anew while they still read', async () => {
    const { readings } = follow(500);
    tell('j');
    tell('k');
    await vi.advanceTimersByTimeAsync(499);
    expect(readings).toEqual([['j']]);
    await vi.advanceTimersByTimeAsync(1);
    expect(readings).toEqual([['j'], ['k']]);
  });

  it('is told of later changes where a reading went wrong', async () => {
    const read = vi.fn(() => Promise.reject(new Error('x')));
    followJobs(read);
    tell('j');
    await vi.advanceTimersByTimeAsync(1000);
    tell('k');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is told no more once they have done', () => {
    const { readings, stop } = follow();
    stop();
    tell('j');
    expect(readings).toEqual([]);
  });
});
