import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';

/** A tab, as far as it says which job it shows. */
export interface JobTab {
  tabId: number;
  /** What its address says, where it is one of Bigin's. */
  page: BiginPage | undefined;
  /** What is selected there, where that is known. */
  selectionKey?: string | undefined;
}

/**
 * The job that a tab shows: one that is not over, else one of this selection, else the newest; else one of the page's
 * organization whose own tab is gone, as all are after the browser was closed.
 */
export async function jobToShow(
  journal: Journal,
  { tabId, page, selectionKey }: JobTab,
): Promise<Job | undefined> {
  const ofTab = await journal.jobOfTab(tabId, selectionKey);
  // A browser that was closed gives the ids of its tabs to others.
  const own = ofTab && page && !isOf(ofTab, page) ? undefined : ofTab;
  if (!page || (own && isUnfinished(own))) return own;
  return (await orphanOf(journal, page)) ?? own;
}

/** A job of the organization that is not over, and whose own tab does not show the organization any more. */
async function orphanOf(journal: Journal, page: BiginPage): Promise<Job | undefined> {
  for (const job of await journal.unfinishedJobs()) {
    if (job.dismissed || !isOf(job, page)) continue;
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
