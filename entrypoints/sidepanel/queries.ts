import { queryOptions } from '@tanstack/react-query';
import { openDatabase } from '@/lib/open-database';
import { Journal } from '@/lib/jobs/journal/journal';
import type { PopupTab } from '../popup/queries';

const database = openDatabase();

/** Jobs of other tabs that are not over: of the tab's organization, or where it shows none, of all. */
export const otherJobsQuery = ({ id, page }: PopupTab) =>
  queryOptions({
    queryKey: ['job', 'others', id, page?.dataCenter, page?.org],
    async queryFn() {
      const jobs = await new Journal(await database).unfinishedJobs();
      return jobs.filter(
        ({ tabId, org, dataCenter, dismissed }) =>
          tabId !== id && !dismissed && (!page || (page.org === org && page.dataCenter === dataCenter)),
      );
    },
  });
