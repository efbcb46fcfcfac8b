import type { Draft } from '@/lib/browser/draft';
import type { Gathering } from '@/lib/gather/gather-request';
import { askWorker } from '@/lib/messages/ask-worker';
import type { Opening } from '@/lib/messages/opening';
import type { RunSettings } from '@/lib/settings/run-settings';
import { findTab, type FoundTab } from './find-tab';
import { linkParameter } from './parameters';

/** What an opening shows, asked before the popup's own scripts are there. What fails does so where it is awaited. */
export interface AskedInHead {
  tab: Promise<FoundTab>;
  runSettings: Promise<RunSettings>;
  draft: Promise<Draft>;
  gathering: Promise<Gathering | null>;
  opening: Promise<Opening>;
}

declare global {
  /** What the script in the popup's head hands on to the page. */
  var askedInHead: AskedInHead | undefined;
}

export function askInHead(): AskedInHead {
  const tab = findTab();
  const tabId = tab.then(({ id }) => id);
  const asked = {
    tab,
    // The first question starts a worker that is at rest.
    runSettings: askWorker('readRunSettings', {}),
    opening: tabId.then((id) => askWorker('readOpening', { tabId: id, link: linkParameter() })),
    draft: tabId.then((id) => askWorker('readDraft', { tabId: id })),
    gathering: tabId.then((id) => askWorker('readGathering', { tabId: id })),
  };
  // Whoever awaits it tells what failed.
  for (const answer of Object.values<Promise<unknown>>(asked)) answer.catch(() => undefined);
  return asked;
}
