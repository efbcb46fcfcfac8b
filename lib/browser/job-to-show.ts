import { browser } from 'wxt/browser';
import { parsePageUrl, type BiginPage } from '@/lib/bigin/page-url';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { isNews } from '@/lib/jobs/news';

/** A tab, as far as it says which job it shows. */
export interface JobTab {
  tabId: number;
  /** What its address says, where it is one of Bigin's. */
  page: BiginPage | undefined;
  /** What is selected there, where that is known. */
  selectionKey?: string | undefined;
}

/** A minute, in milliseconds: the end of a job stays in view that was seen no longer ago. */
const seenLately = 60_000;

/**
 * The job that a tab shows: one that is not over, else one of this selection, else the newest; or in its place one of the
 * page's organization whose own tab is gone, as all are after the browser was closed: while that is not over, or where
 * its end came later and nobody has seen it.
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
  const orphan = await orphanOf(journal, page);
  const isLater = orphan && (isUnfinished(orphan) || (orphan.endedAt ?? 0) > (own?.endedAt ?? 0));
  return isLater ? orphan : own;
}

/**
 * A job of the organization whose own tab does not show the organization any more: one that is not over, or has ended
 * without being seen.
 */
async function orphanOf(journal: Journal, page: BiginPage): Promise<Job | undefined> {
  const jobs = await journal.readJobs();
  const isTold = (job: Job) => isNews(job) || (job.seenAt ?? 0) > Date.now() - seenLately;
  for (const job of [...jobs.filter(isUnfinished).toReversed(), ...jobs.filter(isTold)]) {
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
