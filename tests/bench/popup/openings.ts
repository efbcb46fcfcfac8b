import type { ServedFakeBigin } from '../../fake-bigin/index';
import { firstPaintOf, openingOf, watchOpening, type Opening } from './opening-watch';
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

const popupSize = { width: 380, height: 600 };

/** Milliseconds in which what an opening set off comes to its end, and a worker is gone. */
const rest = 400;

export interface Openings {
  byKind: ReadonlyMap<OpeningKind, readonly Opening[]>;
  /** When a page that has nothing to load or to run was painted: what the browser itself takes, in milliseconds. */
  barePaints: readonly number[];
}

/** Opens the popup in each way in turn, so that what else the machine does weighs on all of them alike. */
export async function measureOpenings(bigin: ServedFakeBigin, browser: PopupBrowser): Promise<Openings> {
  const barePaints: number[] = [];
  const measured = new Map(openingKinds.map((kind) => [kind, [] as Opening[]]));
  for (const kind of openingKinds) await open(bigin, browser, kind);
  for (let round = 0; round < openings; round++) {
    for (const [kind, all] of measured) all.push(await open(bigin, browser, kind));
    barePaints.push(await openBare(browser));
  }
  bigin.configure({ latencyMs: 0 });
  return { byKind: measured, barePaints };
}

async function openBare({ extension }: PopupBrowser): Promise<number> {
  const page = await extension.context.newPage();
  await page.setViewportSize(popupSize);
  await page.waitForTimeout(rest);
  await page.goto(`chrome-extension://${extension.id}/manifest.json`);
  const painted = await firstPaintOf(page);
  await page.close();
  return painted;
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
  await popup.setViewportSize(popupSize);
  await watchOpening(popup);
  if (isCold) await extension.stopWorker();
  await popup.waitForTimeout(rest);
  await popup.goto(`chrome-extension://${extension.id}/popup.html?tab=${tabId}`);
  const opening = await openingOf(popup);
  await popup.waitForTimeout(rest);
  await popup.close();
  return opening;
}
