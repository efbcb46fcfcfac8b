import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { showJob } from '@/lib/browser/show-job';
import { translate } from '@/lib/i18n/translate';
import type { PopupTab } from '../popup/queries';
import { otherJobsQuery } from './queries';

/** Leads to what is under way in other tabs. */
export function OtherJobs({ tab }: { tab: PopupTab }) {
  const { data: jobs = [] } = useQuery(otherJobsQuery(tab));
  const [first] = jobs;
  if (!first) return null;
  return (
    <Notice tone="plain">
      {translate('sidePanel.otherJobs', { count: jobs.length })}{' '}
      <Button look="link" onClick={() => void showJob(first, tab.windowId)}>
        {translate('sidePanel.showJob')}
      </Button>
    </Notice>
  );
}
