import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { explain } from '@/lib/bigin/errors/explain';
import type { BiginPage } from '@/lib/bigin/page-url';
import { isUnfinished, type Job } from '@/lib/jobs/job';
import { onJobChanged } from '@/lib/jobs/journal/journal-channel';
import { onConnectionsChanged } from '@/lib/oauth/connection-store';
import { onSignInChanged } from '@/lib/oauth/sign-in-state';
import { ChooseTags } from './ChooseTags';
import { Connect } from './Connect';
import { FinishedJob } from './FinishedJob';
import { Frame } from './Frame';
import { selectionHeading } from './headings';
import { Loading } from './Loading';
import { Problem } from './Problem';
import { jobQuery, pageConnectionQuery, selectionQuery, tabQuery } from './queries';
import { RunningJob } from './RunningJob';

/** Which of the popup's views fits: a job of this tab, else what stands in the way, else the choice of tags. */
export function App() {
  useLiveData();
  const tab = useQuery(tabQuery);
  const selected = useQuery(selectionQuery(tab.data?.id));
  const selection = selected.data?.selection;
  const job = useQuery(jobQuery(tab.data?.id));
  const account = job.data;
  // A result is told without a selection too, and its organization may need a sign-in.
  const page = useQuery(pageConnectionQuery(selection ?? account?.job));

  if (account) {
    const isOfSelection = account.job.selectionKey === selected.data?.key;
    const view = {
      account,
      selection: isOfSelection ? selection : undefined,
      page: page.data,
    };
    if (isUnfinished(account.job)) return <RunningJob {...view} />;
    if (isOfSelection) return <FinishedJob {...view} />;
    // The page was reloaded to see the change, say: the result is still at hand below what the page tells.
    if (selected.error && isRecentHere(account.job, tab.data?.page)) {
      return <FinishedJob {...view} pageProblem={explain(selected.error)} />;
    }
  }

  const error = tab.error ?? selected.error ?? page.error;
  if (error) return <Problem error={error} />;
  if (tab.data === undefined || !selected.data || job.isPending) return <Loading />;
  if (!page.data) return <Frame heading={selectionHeading(selected.data.selection)} />;

  const { connection } = page.data;
  if (!connection || connection.signInNeeded)
    return <Connect selection={selected.data.selection} page={page.data} />;
  return <ChooseTags key={selected.data.key} tabId={tab.data.id} selected={selected.data} page={page.data} />;
}

/** Ten minutes, in milliseconds: longer ago, a result is no news. */
const recent = 600_000;

/** Whether a job has just ended that was for the organization of this page. */
function isRecentHere({ org, dataCenter, endedAt = 0 }: Job, page: BiginPage | undefined): boolean {
  return page?.org === org && page.dataCenter === dataCenter && endedAt > Date.now() - recent;
}

/** What the worker changes is read again at once. */
function useLiveData() {
  const queryClient = useQueryClient();
  useEffect(
    () => onJobChanged(() => void queryClient.invalidateQueries({ queryKey: ['job'] })),
    [queryClient],
  );
  useEffect(() => {
    const reload = () => void queryClient.invalidateQueries({ queryKey: ['connection'] });
    const stops = [onConnectionsChanged(reload), onSignInChanged(reload)];
    return () => stops.forEach((stop) => stop());
  }, [queryClient]);
}
