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
 * The job that a tab shows: one that is not over, else one of this selection, else the newest. One of the page's
 * organization whose own tab is gone, as all are after the browser was closed, is shown while it is not over; and its
 * end where nobody has seen it, in a tab that has no job of its own to show.
 */
export async function jobToShow(
  journal: Journal,
  { tabId, page, selectionKey }: JobTab,
): Promise<Job | undefined> {
  const ofTab = await journal.jobOfTab(tabId, selectionKey);
  // A browser that was closed gives the ids of its tabs to others. But a link may lead to another organization.
  const isSelected = selectionKey !== undefined && ofTab?.selectionKey === selectionKey;
  const own = ofTab && page && !isOf(ofTab, page) && !isSelected ? undefined : ofTab;
  if (!page || (own && isUnfinished(own))) return own;
  const jobs = (await journal.readJobs()).filter((job) => isOf(job, page));
  const unfinished = await orphanOf(jobs.filter(isUnfinished).toReversed(), page);
  if (unfinished || own) return unfinished ?? own;
  // What ended before the newest is old news.
  const [newest] = jobs;
  const isTold = newest && isNewOrRecent(newest) && (newest.endedAt ?? 0) > Date.now() - day;
  return isTold ? orphanOf([newest], page) : undefined;
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
