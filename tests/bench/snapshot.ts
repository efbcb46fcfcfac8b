import type { BenchBrowser } from './bench-browser';
import type { Finding } from './finding';
import type { ListSize } from './list-page';
import { workOfOurs } from './main-thread';
import { median, withSpread } from './statistics';

const pages = 4;
const readingsOfAPage = 5;

/** What one reading of a large list costs the page. The first one in a page runs code that is not compiled yet. */
export async function benchSnapshot(browser: BenchBrowser): Promise<Finding[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let run = 0; run < pages; run++) {
    const [cold, ...warm] = await timeReadings(browser, { rows: 5_000, ticked: 2_500 });
    if (cold !== undefined) first.push(cold);
    later.push(...warm);
  }
  const all = [...first, ...later];
  return [
    {
      what: 'A reading of 5,000 rows, 2,500 ticked',
      figure: `${withSpread(all)} ms`,
      limit: '20 ms',
      isWithin: median(all) <= 20,
    },
    { what: '  the first one in its page', figure: `${withSpread(first)} ms`, limit: '', isWithin: true },
  ];
}

/** A page of a million elements, most of which have nothing to do with a list. */
export async function benchHugePage(browser: BenchBrowser): Promise<Finding[]> {
  const times = await timeReadings(browser, { rows: 5_000, ticked: 2_500, others: 900_000 });
  return [
    {
      what: 'A reading of a page of a million elements',
      figure: `${withSpread(times)} ms`,
      limit: '250 ms',
      isWithin: Math.max(...times) <= 250,
    },
  ];
}

async function timeReadings(browser: BenchBrowser, size: ListSize): Promise<number[]> {
  const page = await browser.open(size);
  const times: number[] = [];
  for (let reading = 0; reading < readingsOfAPage; reading++) {
    const work = await workOfOurs(page, async () => {
      const read = await browser.askForReading();
      if (read !== size.ticked) throw new Error(`${read} of ${size.ticked} records were read`);
    });
    if (work.length === 0) throw new Error('The trace does not hold the reading');
    times.push(Math.max(...work));
  }
  await page.close();
  return times;
}
