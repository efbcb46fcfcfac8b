import type { Browser } from 'wxt/browser';
import type { Opening } from '@/lib/messages/opening';
import { sendMessage, type Begun } from '@/lib/messages/protocol';
import type { Result } from '@/lib/problem';
import type { RunSettings } from '@/lib/settings/run-settings';
import { findTab } from './find-tab';
import { linkParameter, namedTab } from './parameters';

/**
 * What an opening shows, asked before the popup's own scripts are there. Answers as the worker sends them: an error that
 * the script in the head throws is of another kind than the page's own.
 */
export interface AskedInHead {
  tab: Promise<Browser.tabs.Tab | undefined>;
  runSettings: Promise<Result<RunSettings>>;
  begun: Promise<Result<Begun>>;
  opening: Promise<Result<Opening>>;
}

declare global {
  /** What the script in the popup's head hands on to the page. */
  var askedInHead: AskedInHead;
}

export function askInHead(): AskedInHead {
  const named = namedTab();
  const tab = findTab();
  const ofTab = <T>(ask: (tabId: number) => Promise<T>): Promise<T> =>
    named === undefined ? tab.then(idOf).then(ask) : ask(named);
  const asked = {
    opening: ofTab((tabId) => sendMessage('readOpening', { tabId, link: linkParameter() })),
    begun: ofTab((tabId) => sendMessage('readBegun', { tabId })),
    // Where the tab is still to be found, this question starts a worker that is at rest.
    runSettings: sendMessage('readRunSettings', {}),
    tab,
  };
  // Whoever awaits it tells what failed.
  for (const answer of Object.values<Promise<unknown>>(asked)) answer.catch(() => undefined);
  return asked;
}

function idOf(tab: Browser.tabs.Tab | undefined): number {
  if (tab?.id === undefined) throw new Error('There is no tab to ask about');
  return tab.id;
}
