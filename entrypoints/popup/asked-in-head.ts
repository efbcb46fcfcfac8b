import { askWorker } from '@/lib/messages/ask-worker';
import type { Opening } from '@/lib/messages/opening';
import { findTab, type FoundTab } from './find-tab';
import { linkParameter } from './parameters';

/** What an opening shows, asked before the popup's own scripts are there; each fails as it does where it is awaited. */
export interface AskedInHead {
  tab: Promise<FoundTab>;
  opening: Promise<Opening>;
}

declare global {
  /** What the script in the popup's head hands on to the page. */
  var askedInHead: AskedInHead | undefined;
}

export function askInHead(): AskedInHead {
  const tab = findTab();
  const opening = tab.then(({ id }) => askWorker('readOpening', { tabId: id, link: linkParameter() }));
  // Whoever awaits it tells what failed.
  opening.catch(() => undefined);
  return { tab, opening };
}
