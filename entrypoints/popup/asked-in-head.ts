import type { Browser } from 'wxt/browser';
import type { Draft } from '@/lib/browser/draft';
import type { Gathering } from '@/lib/gather/gather-request';
import type { Opening } from '@/lib/messages/opening';
import { sendMessage } from '@/lib/messages/protocol';
import type { Result } from '@/lib/problem';
import type { RunSettings } from '@/lib/settings/run-settings';
import { findTab } from './find-tab';
import { linkParameter } from './parameters';

/**
 * What an opening shows, asked before the popup's own scripts are there. Answers as the worker sends them: an error that
 * the script in the head throws is of another kind than the page's own.
 */
export interface AskedInHead {
  tab: Promise<Browser.tabs.Tab | undefined>;
  runSettings: Promise<Result<RunSettings>>;
  draft: Promise<Result<Draft>>;
  gathering: Promise<Result<Gathering | null>>;
  opening: Promise<Result<Opening>>;
}

declare global {
  /** What the script in the popup's head hands on to the page. */
  var askedInHead: AskedInHead;
}

export function askInHead(): AskedInHead {
  const tab = findTab();
  const tabId = tab.then((found) => {
    if (found?.id === undefined) throw new Error('There is no tab to ask about');
    return found.id;
  });
  const asked = {
    tab,
    // The first question starts a worker that is at rest.
    runSettings: sendMessage('readRunSettings', {}),
    opening: tabId.then((id) => sendMessage('readOpening', { tabId: id, link: linkParameter() })),
    draft: tabId.then((id) => sendMessage('readDraft', { tabId: id })),
    gathering: tabId.then((id) => sendMessage('readGathering', { tabId: id })),
  };
  // Whoever awaits it tells what failed.
  for (const answer of Object.values<Promise<unknown>>(asked)) answer.catch(() => undefined);
  return asked;
}
