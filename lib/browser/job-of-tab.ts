import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { accountOf, progressOf, type Account, type JobProgress } from '@/lib/jobs/account/account';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';

/**
 * A job of the tab: one that is not over (how far it is), else one of this selection, else the newest (its account);
 * else one of the page's organization whose own tab is gone, as all are after the browser was closed.
 */
export async function readJobOfTab(
  journal: Journal,
  tabId: number,
  selectionKey: string | undefined,
): Promise<JobProgress | Account | undefined> {
  const job = await jobToShow(journal, tabId, selectionKey);
  if (!job) return undefined;
  return isUnfinished(job)
    ? progressOf(job, await journal.readTallies(job.id))
    : accountOf(job, await journal.readBatches(job.id));
}

async function jobToShow(
  journal: Journal,
  tabId: number,
  selectionKey: string | undefined,
): Promise<Job | undefined> {
  const [page, ofTab] = await Promise.all([pageOf(tabId), journal.jobOfTab(tabId, selectionKey)]);
  // A browser that was closed gives the ids of its tabs to others.
  const own = ofTab && page && !isOf(ofTab, page) ? undefined : ofTab;
  if (!page || (own && isUnfinished(own))) return own;
  return (await orphanOf(journal, page)) ?? own;
}

/** A job of the organization that is not over, and whose own tab does not show the organization any more. */
async function orphanOf(journal: Journal, page: BiginPage): Promise<Job | undefined> {
  for (const job of await journal.unfinishedJobs()) {
    if (job.dismissed || !isOf(job, page)) continue;
    const tabPage = await pageOf(job.tabId);
    if (!tabPage || !isOf(tabPage, page)) return job;
  }
  return undefined;
}

/** What a tab's address says, where there is such a tab and it shows Bigin. */
async function pageOf(tabId: number): Promise<BiginPage | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return parsePageUrl(tab?.url ?? '');
}

function isOf(one: Pick<BiginPage, 'dataCenter' | 'org'>, other: BiginPage): boolean {
  return one.dataCenter === other.dataCenter && one.org === other.org;
}
