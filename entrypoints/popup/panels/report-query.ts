import { queryOptions } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { describePage } from '@/lib/browser/describe-page';
import { reportText } from '@/lib/selection/diagnostic/report-text';

/** The report of the tab's page. It is made here, where it is shown: the worker needs none of it. */
export const reportQuery = (tabId: number) =>
  queryOptions({
    queryKey: ['report', tabId],
    async queryFn() {
      const description = await describePage(tabId);
      const { version } = browser.runtime.getManifest();
      return reportText({ version, userAgent: navigator.userAgent, ...description });
    },
    gcTime: 0,
  });
