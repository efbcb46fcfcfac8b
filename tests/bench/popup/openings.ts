import type { ServedFakeBigin } from '../../fake-bigin/index';
import { openingOf, watchOpening, type Opening } from './opening-watch';
import type { PopupBrowser } from './popup-browser';

/** How the popup is opened. */
export interface OpeningKind {
  name: string;
  /** The tags of the selection were read before. */
  isCached: boolean;
  /** The worker was stopped just before, as browsers do after 30 seconds. */
  isCold: boolean;
  latencyMs: number;
  /** What the median must not exceed, in milliseconds. */
  limitMs?: number;
}

const most = 150;

/** An opening may take a round trip more where the tags must be read. */
const openingKinds: readonly OpeningKind[] = [
  { name: 'Tags read before', isCached: true, isCold: false, latencyMs: 100, limitMs: most },
  { name: 'Not read before, 0 ms an answer', isCached: false, isCold: false, latencyMs: 0, limitMs: most },
  {
    name: 'Not read before, 100 ms an answer',
    isCached: false,
    isCold: false,
    latencyMs: 100,
    limitMs: 100 + most,
  },
  { name: 'Tags read before, worker stopped', isCached: true, isCold: true, latencyMs: 100 },
  { name: 'Not read before, 100 ms, worker stopped', isCached: false, isCold: true, latencyMs: 100 },
];

const openings = 20;

/** Milliseconds in which what an opening set off comes to its end, and a worker is gone. */
const rest = 400;

/** Opens the popup in each way in turn, so that what else the machine does weighs on all of them alike. */
export async function measureOpenings(
  bigin: ServedFakeBigin,
  browser: PopupBrowser,
): Promise<Map<OpeningKind, Opening[]>> {
  const measured = new Map(openingKinds.map((kind) => [kind, [] as Opening[]]));
  for (const kind of openingKinds) await open(bigin, browser, kind);
  for (let round = 0; round < openings; round++) {
    for (const [kind, all] of measured) all.push(await open(bigin, browser, kind));
  }
  bigin.configure({ latencyMs: 0 });
  return measured;
}

async function open(
  bigin: ServedFakeBigin,
  browser: PopupBrowser,
  { isCached, isCold, latencyMs }: OpeningKind,
): Promise<Opening> {
  const { extension, list } = browser;
  bigin.configure({ latencyMs });
  if (!isCached) await browser.forgetPreviews();
  const tabId = await extension.tabId(list);
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await watchOpening(popup);
  if (isCold) await extension.stopWorker();
  await popup.waitForTimeout(rest);
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${tabId}`);
  const opening = await openingOf(popup);
  await popup.waitForTimeout(rest);
  await popup.close();
  return opening;
}
