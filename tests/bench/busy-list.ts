import type { Page } from '@playwright/test';
import type { BenchBrowser } from './bench-browser';
import type { Finding } from './finding';
import { threadTime, workOfOurs } from './main-thread';
import { median, withSpread } from './statistics';

/** Pairs of runs, one with the extension and one without. */
const pairs = 8;
const size = { rows: 100, ticked: 0 };

/** What a list that draws 10,000 rows and in which 500 are ticked costs more with the extension. */
export async function benchBusyList(withIt: BenchBrowser, without: BenchBrowser): Promise<Finding[]> {
  const times = { withIt: [] as number[], without: [] as number[] };
  for (let pair = 0; pair < pairs; pair++) {
    // Whatever else the machine does comes and goes slowly: each goes first in turn, and a pair is compared.
    const isFirst = pair % 2 === 0;
    if (isFirst) times.withIt.push(await timeBusyList(withIt));
    times.without.push(await timeBusyList(without));
    if (!isFirst) times.withIt.push(await timeBusyList(withIt));
  }
  const ratios = times.withIt.map((time, pair) => time / (times.without[pair] ?? Number.NaN));
  const ratio = median(ratios);
  const page = await withIt.open(size);
  const ours = await workOfOurs(page, () => beBusy(page));
  await page.close();
  return [
    {
      what: 'A busy list without the extension',
      figure: `${withSpread(times.without)} ms`,
      limit: '',
      isWithin: true,
    },
    { what: '  with it', figure: `${withSpread(times.withIt)} ms`, limit: '', isWithin: true },
    { what: '  ratio', figure: withSpread(ratios, 3), limit: '1.05', isWithin: ratio <= 1.05 },
    {
      what: '  of it our own work',
      figure: `${ours.reduce((sum, own) => sum + own, 0).toFixed(1)} ms in ${ours.length} calls`,
      limit: '',
      isWithin: ours.length > 0,
    },
    {
      what: '  our longest task',
      figure: `${Math.max(...ours).toFixed(1)} ms`,
      limit: '50 ms',
      isWithin: Math.max(...ours) <= 50,
    },
  ];
}

async function timeBusyList(browser: BenchBrowser): Promise<number> {
  const page = await browser.open(size);
  const time = await threadTime(page, () => beBusy(page));
  await page.close();
  return time;
}

async function beBusy(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { draw, tick } = globalThis as unknown as Record<
      'draw' | 'tick',
      (count: number, atOnce: number) => Promise<void>
    >;
    await draw(10_000, 50);
    await tick(500, 2);
  });
  // What is counted after the last change is part of the cost.
  await page.waitForTimeout(2_000);
}
