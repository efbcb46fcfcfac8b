import { browser } from 'wxt/browser';
import { webAppPatterns } from '@/lib/bigin/data-centers';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { progressOf } from '@/lib/jobs/account/account-of';
import { isUnfinished } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { Turns } from '@/lib/turns';
import { isNews } from '@/lib/jobs/news';
import { hearCounts } from '@/lib/messages/hear-counts';
import { onAppearanceChanged } from '@/lib/settings/appearance';
import { askCount } from './ask-count';
import { badgeOfCount, badgeOfJob, type Badge } from './badge-of-tab';
import { isOf, jobToShow } from './job-to-show';
import { loadLanguage } from './load-language';
import { popupOf } from './open-popup';

/** The design's accent and its colour of problems, and what is written on them: `components/tokens.css`. */
const colours = {
  plain: { color: '#2b50c8', text: '#ffffff' },
  problem: { color: '#a3262d', text: '#ffffff' },
};

/**
 * Keeps the toolbar button's badge, on each tab of Bigin's: how its job stands where that is worth a look, else how
 * many records are selected, as the page's content script tells it. Nothing of it is kept in memory: what is shown
 * comes from the journal and from the page.
 */
export function keepBadges(journal: Promise<Journal>): void {
  const turns = new Turns();
  const show = (tabId: number, badgeOf: (ofJob: Badge | undefined) => Promise<Badge | undefined>) =>
    turns.take(String(tabId), async () => {
      const badge = await badgeOf(await badgeOfTab(await journal, tabId));
      if (badge) await set(tabId, badge);
    });
  const showCount = (tabId: number, count: number) =>
    show(tabId, async (ofJob) => ofJob ?? badgeOfCount(count));
  const showTabs = async (tabs: readonly BiginTab[]) => {
    const asked = ({ id }: BiginTab) => show(id, async (ofJob) => ofJob ?? badgeOfCount(await askCount(id)));
    await Promise.allSettled(tabs.map(asked));
  };
  const showJobs = async (jobIds: Iterable<string>) => showTabs(await tabsShowing(await journal, jobIds));
  const restore = (tabId: number) => show(tabId, (ofJob) => Promise.resolve(ofJob));

  // A badge that could not be set is an answer to the content script, which tells again; a closed tab's is gone.
  hearCounts(showCount);
  followJobs(showJobs);
  // The browser takes a badge away with the page that it was for; the new page's content script tells a number alone.
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
    if (status === 'complete' && parsePageUrl(url ?? '')) void restore(tabId).catch(() => undefined);
  });
  // The button is named in the language of the time. The worker may be woken by the choice of another, which it loads.
  onAppearanceChanged(() => void loadLanguage().then(async () => showTabs(await biginTabs())));
  // An update of the extension takes all badges away.
  void openJobs(journal).then(showJobs);
}

interface BiginTab {
  id: number;
  page: BiginPage;
}

async function biginTabs(): Promise<BiginTab[]> {
  return (await browser.tabs.query({ url: webAppPatterns })).flatMap(({ id, url }) => {
    const page = parsePageUrl(url ?? '');
    return id !== undefined && page ? [{ id, page }] : [];
  });
}

/** The tabs whose badge a change of these jobs can change: each job's own, or those that show it in its place. */
async function tabsShowing(journal: Journal, jobIds: Iterable<string>): Promise<BiginTab[]> {
  const jobs = await Promise.all([...jobIds].map((id) => journal.readJob(id)));
  const tabs = await biginTabs();
  const isShown = ({ id, page }: BiginTab) =>
    jobs.some((job) => {
      // One that was deleted does not tell its tab any more.
      if (!job) return true;
      const own = tabs.find((tab) => tab.id === job.tabId && isOf(tab.page, job));
      return own ? own.id === id : isOf(page, job);
    });
  return tabs.filter(isShown);
}

/** Jobs that a badge may be shown for. */
async function openJobs(journal: Promise<Journal>): Promise<string[]> {
  const jobs = await (await journal).readJobs();
  return jobs.filter((job) => isUnfinished(job) || isNews(job)).map(({ id }) => id);
}

async function badgeOfTab(journal: Journal, tabId: number): Promise<Badge | undefined> {
  const { url = '' } = await browser.tabs.get(tabId);
  const job = await jobToShow(journal, { tabId, page: parsePageUrl(url) });
  if (!job) return undefined;
  const tallies = await journal.readTallies(job.id);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return badgeOfJob({ ...progressOf(job, tallies), failed });
}

async function set(tabId: number, { text, tone, title }: Badge): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: colours[tone].color });
  await browser.action.setBadgeTextColor({ tabId, color: colours[tone].text });
  await browser.action.setTitle({ tabId, title });
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setPopup({ tabId, popup: popupOf(tabId) });
}
