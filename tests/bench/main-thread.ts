import type { Page } from '@playwright/test';
import * as z from 'zod';

/** Milliseconds of processor time that the page's main thread takes while something happens. */
export async function threadTime(page: Page, happen: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
  };
  const before = await now();
  await happen();
  const after = await now();
  await session.detach();
  return after - before;
}

const traceEvent = z.object({
  ph: z.literal('X'),
  ts: z.number(),
  dur: z.number(),
  tdur: z.number(),
  args: z.object({
    data: z.optional(z.object({ url: z.optional(z.string()) })),
    chrome_mojo_event_info: z.optional(z.object({ mojo_interface_tag: z.optional(z.string()) })),
  }),
});

/**
 * The work of the extension's content script on the page's main thread while something happens: calls of its
 * functions, the run of the script itself, and what messages to it set off. Milliseconds of processor time of each
 * stretch.
 */
export async function workOfOurs(page: Page, happen: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The browser has closed');
  await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel', 'mojom'] });
  await happen();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: unknown[] };
  const works = trace.traceEvents.flatMap((event) => {
    const { data } = traceEvent.safeParse(event);
    return data && isOurs(data) ? { start: data.ts, end: data.ts + data.dur, own: data.tdur / 1_000 } : [];
  });
  works.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return works.flatMap((work) => {
    if (work.start < end) return [];
    end = work.end;
    return work.own;
  });
}

/** The interface by which messages reach a content script. */
const messagePort = 'extensions.mojom.MessagePort';

function isOurs({ args }: z.infer<typeof traceEvent>): boolean {
  return (
    args.chrome_mojo_event_info?.mojo_interface_tag === messagePort ||
    (args.data?.url?.includes('/content-scripts/bigin.js') ?? false)
  );
}
