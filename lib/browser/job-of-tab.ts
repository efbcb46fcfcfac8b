import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Account, JobProgress } from '@/lib/jobs/account/account';
import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { isUnfinished } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { isNewOrRecent } from '@/lib/jobs/news';
import { jobToShow } from './job-to-show';

export interface ShownJob {
  tabId: number;
  selectionKey?: string | undefined;
  /** When the page came that asks, in milliseconds since 1970. */
  since: number;
}

/**
 * The job that a tab shows: how far it is, or its account once it is over. One that was over before the page came, and
 * is no news, is left to the history: of thousands of records, an account takes a while to make.
 */
export async function readJobOfTab(
  journal: Journal,
  { tabId, selectionKey, since }: ShownJob,
): Promise<JobProgress | Account | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const job = await jobToShow(journal, { tabId, page: parsePageUrl(tab?.url ?? ''), selectionKey });
  if (!job) return undefined;
  if (isUnfinished(job)) return progressOf(job, await journal.readTallies(job.id));
  const isToldStill = (job.endedAt ?? 0) >= since || isNewOrRecent(job);
  return isToldStill ? accountOf(job, await journal.readBatches(job.id)) : undefined;
}
