import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { isNewOrRecent } from '@/lib/jobs/news';

/** A tab, as far as it says which job it shows. */
export interface JobTab {
  tabId: number;
  /** What its address says, where it is one of Bigin's. */
  page: BiginPage | undefined;
  /** What is selected there, where that is known. */
  selectionKey?: string | undefined;
}

/** In milliseconds: an end that nobody saw for longer is left to the history. */
const day = 86_400_000;

/**
 * The job that a tab shows: one that is not over, else one of this selection, else the newest. Before one of other records
 * comes one of the page's organization whose own tab is gone, as all are after the browser was closed: while it is not
 * over, or has ended unseen in a time in which nothing ended in the tab.
 */
export async function jobToShow(
  journal: Journal,
  { tabId, page, selectionKey }: JobTab,
): Promise<Job | undefined> {
  const ofTab = await journal.jobOfTab(tabId, selectionKey);
  // A browser that was closed gives the ids of its tabs to others. But a link may lead to another organization.
  const isSelected = selectionKey !== undefined && ofTab?.selectionKey === selectionKey;
  const own = ofTab && page && !isOf(ofTab, page) && !isSelected ? undefined : ofTab;
  if (!page || (own && (isUnfinished(own) || isSelected))) return own;
  const jobs = (await journal.readJobs()).filter((job) => isOf(job, page));
  const unfinished = await orphanOf(jobs.filter(isUnfinished).toReversed(), page);
  if (unfinished || (own && isNewOrRecent(own))) return unfinished ?? own;
  // What ended before the last is old news.
  const last = jobs.find((job) => !isUnfinished(job));
  const isTold = last && isNewOrRecent(last) && (last.endedAt ?? 0) > Date.now() - day;
  return (isTold ? await orphanOf([last], page) : undefined) ?? own;
}

/** The first job whose own tab does not show the organization any more. */
async function orphanOf(jobs: readonly Job[], page: BiginPage): Promise<Job | undefined> {
  for (const job of jobs) {
    if (job.dismissed) continue;
    const tab = await browser.tabs.get(job.tabId).catch(() => undefined);
    const tabPage = parsePageUrl(tab?.url ?? '');
    if (!tabPage || !isOf(tabPage, page)) return job;
  }
  return undefined;
}

/** Whether both are of the same organization. */
export function isOf(
  one: Pick<BiginPage, 'dataCenter' | 'org'>,
  other: Pick<BiginPage, 'dataCenter' | 'org'>,
): boolean {
  return one.dataCenter === other.dataCenter && one.org === other.org;
}
