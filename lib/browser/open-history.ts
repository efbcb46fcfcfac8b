import { browser } from 'wxt/browser';

/** Opens the history of jobs in a tab: at one of them, where one is given. */
export async function openHistory(jobId?: string): Promise<void> {
  const page = browser.runtime.getURL('/history.html');
  await browser.tabs.create({ url: jobId === undefined ? page : `${page}#${jobId}` });
}
