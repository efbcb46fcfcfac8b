import type { Page } from '@playwright/test';

/** What the browser tells of a press: it leaves out those that took less than 16 ms, and rounds to 8 ms. */
interface Told {
  durations: number[];
}

const least = 16;

/** Milliseconds in which a press is followed by its paint, and that is told. */
const rest = 150;

/** Notes what the browser measures from each press to the next paint (Event Timing, which INP is made of). */
export async function watchPresses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: Told = { durations: [] };
    Object.assign(globalThis, { told });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ((entry as PerformanceEventTiming).interactionId) told.durations.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** The presses that were made, by their kind. */
export class Presses {
  readonly all = new Map<string, number[]>();

  /** Makes one press by the browser's own input, and notes how long its slowest event took to the next paint. */
  async take(page: Page, kind: string, press: () => Promise<void>): Promise<void> {
    await page.evaluate(() => void ((globalThis as unknown as { told: Told }).told.durations.length = 0));
    await press();
    await page.waitForTimeout(rest);
    const durations = await page.evaluate(() => (globalThis as unknown as { told: Told }).told.durations);
    this.all.set(kind, [...(this.all.get(kind) ?? []), Math.max(least, ...durations)]);
  }
}
