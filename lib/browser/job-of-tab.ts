import { browser } from 'wxt/browser';
import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Account, JobProgress } from '@/lib/jobs/account/account';
import { accountOf, progressOf } from '@/lib/jobs/account/account-of';
import { isUnfinished } from '@/lib/jobs/job';
import type { Journal } from '@/lib/jobs/journal/journal';
import { jobToShow } from './job-to-show';

/** The job that a tab shows: how far it is, or its account once it is over. */
export async function readJobOfTab(
  journal: Journal,
  tabId: number,
  selectionKey: string | undefined,
): Promise<JobProgress | Account | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const job = await jobToShow(journal, { tabId, page: parsePageUrl(tab?.url ?? ''), selectionKey });
  if (!job) return undefined;
  return isUnfinished(job)
    ? progressOf(job, await journal.readTallies(job.id))
    : accountOf(job, await journal.readBatches(job.id));
}
