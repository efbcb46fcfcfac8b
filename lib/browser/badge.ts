import { browser } from 'wxt/browser';
import { hearCounts } from '@/lib/messages/hear-counts';

/** The design's accent, and what is written on it. */
const colour = '#2b50c8';
const textColour = '#ffffff';

/** Shows on the toolbar button how many records are selected in each tab, as its content script tells it. */
export function showCounts(): void {
  // A badge that could not be set is an answer to the content script, which tells again; a closed tab's is gone.
  hearCounts(async (tabId, count) => {
    await browser.action.setBadgeBackgroundColor({ tabId, color: colour });
    await browser.action.setBadgeTextColor({ tabId, color: textColour });
    await browser.action.setBadgeText({ tabId, text: badgeText(count) });
  });
}

/** At most four characters: `37`, `1234`, `12k`, and nothing for 0. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count < 10_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}
