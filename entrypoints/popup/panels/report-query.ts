import { queryOptions } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { askWorker } from '@/lib/messages/ask-worker';
import { reportText } from '@/lib/selection/diagnostic/report-text';

/** The report of the tab's page. It is put together here, where it is shown: the worker needs none of its words. */
export const reportQuery = (tabId: number) =>
  queryOptions({
    queryKey: ['report', tabId],
    async queryFn() {
      const description = await askWorker('describePage', { tabId });
      const { version } = browser.runtime.getManifest();
      return reportText({ version, userAgent: navigator.userAgent, ...description });
    },
    gcTime: 0,
  });
