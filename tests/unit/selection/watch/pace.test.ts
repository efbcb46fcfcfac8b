import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '@/lib/selection/watch/pace';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A task that takes so many milliseconds; when it began. */
function taskOf(duration: number) {
  const runs: number[] = [];
  const pace = new Pace(() => {
    runs.push(performance.now());
    vi.advanceTimersByTime(duration);
  });
  return { pace, runs };
}

/** Asks every few milliseconds for so long. */
async function askFor(pace: Pace, milliseconds: number): Promise<void> {
  for (let time = 0; time < milliseconds; time += 10) {
    pace.ask();
    await vi.advanceTimersByTimeAsync(10);
  }
}

describe('the pace of counting', () => {
  it('runs soon after it was asked, once for all who ask meanwhile', async () => {
    const { pace, runs } = taskOf(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toEqual([]);
    for (let times = 0; times < 100; times++) pace.ask();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toHaveLength(1);
  });

  it('runs at most four times a second', async () => {
    const { pace, runs } = taskOf(1);
    await askFor(pace, 10_000);
    expect(runs.length).toBeGreaterThan(30);
    const pauses = runs.slice(1).map((run, index) => run - (runs[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(250);
  });

  it.each([20, 100, 400])(
    'takes no more than a fiftieth of the time where a run takes %i ms',
    async (duration) => {
      const { pace, runs } = taskOf(duration);
      await askFor(pace, 60_000);
      expect(runs.length).toBeGreaterThan(2);
      const time = (runs.at(-1) ?? 0) - (runs[0] ?? 0);
      expect(((runs.length - 1) * duration) / (time + 3_000)).toBeLessThanOrEqual(0.02);
    },
  );

  it('does not let a change wait long for a single slow run', async () => {
    const durations = [90];
    const runs: number[] = [];
    const pace = new Pace(() => {
      runs.push(performance.now());
      vi.advanceTimersByTime(durations.shift() ?? 1);
    });
    await askFor(pace, 3_000);
    expect((runs[1] ?? Infinity) - (runs[0] ?? 0)).toBeLessThan(2_000);
  });

  it('runs once more for what was asked during a run', async () => {
    let runs = 0;
    const pace = new Pace(() => {
      if (runs++ === 0) pace.ask();
    });
    pace.ask();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(runs).toBe(2);
  });

  it('waits for the page to be idle, but not for ever', async () => {
    const asked: { run: () => void; timeout: number | undefined }[] = [];
    vi.stubGlobal('requestIdleCallback', (run: () => void, options?: { timeout?: number }) =>
      asked.push({ run, timeout: options?.timeout }),
    );
    const { pace, runs } = taskOf(0);
    pace.ask();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(runs).toEqual([]);
    expect(asked).toEqual([{ run: expect.any(Function) as unknown, timeout: 1_000 }]);
    asked[0]?.run();
    expect(runs).toHaveLength(1);
  });
});
