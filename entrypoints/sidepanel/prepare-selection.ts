import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import type { ModuleName } from '@/lib/bigin/modules';
import { isUnfinished } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';
import { freshFor } from '@/lib/preview/fresh-for';
import type { PreviewState } from '@/lib/preview/preview-state';
import {
  jobQuery,
  pageConnectionQuery,
  previewQuery,
  type PopupTab,
  type Selected,
  type SelectionsRead,
} from '../popup/queries';
import type { PageSelection } from './live-selection';

/** Milliseconds that a selection must stand before Bigin is asked for its tags: rows are ticked one after the other. */
const pause = 450;

export interface Preparation {
  tab: PopupTab | undefined;
  next: PageSelection;
  signal: AbortSignal;
}

/**
 * Reads all that the view of a selection shows, so that it comes in one piece: how the organization is connected, the
 * job that there may be, and the tags, or how far the reading of many is. A reading that is given up is cancelled.
 */
export async function prepareSelection(
  queryClient: QueryClient,
  { tab, next, signal }: Preparation,
): Promise<void> {
  if ('error' in next) {
    await queryClient.fetchQuery(jobQuery(tab?.id, undefined));
    return;
  }
  const { selections, byModule } = next.read;
  const module = moduleInView(queryClient);
  const selected = byModule.find(({ selection }) => selection.module === module) ?? byModule[0];
  const [job, { connection }] = await Promise.all([
    queryClient.fetchQuery(jobQuery(tab?.id, selected?.key)),
    queryClient.fetchQuery(pageConnectionQuery(selections)),
  ]);
  const isBusy = job !== null && isUnfinished(job.job);
  if (!selected || isBusy || !connection || connection.signInNeeded) return;
  const { dataUpdatedAt = 0 } = queryClient.getQueryState(previewQuery(selected).queryKey) ?? {};
  if (dataUpdatedAt < Date.now() - freshFor) await whilePaused(signal);
  if (!signal.aborted) await previewShows(queryClient, selected, signal);
}

/** The module that the user looks at, where several are selected: that whose tags are in view. */
function moduleInView(queryClient: QueryClient): ModuleName | undefined {
  const reads = queryClient.getQueriesData<SelectionsRead>({
    queryKey: ['selection'],
    type: 'active',
    predicate: ({ queryKey }) => queryKey.at(-1) === 'read',
  });
  const inView = reads
    .flatMap(([, read]) => read?.byModule ?? [])
    .find((selected) =>
      queryClient.getQueryCache().find({ queryKey: previewQuery(selected).queryKey, type: 'active' }),
    );
  return inView?.selection.module;
}

function whilePaused(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pause);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves once the preview has something to show, or is given up. */
function previewShows(queryClient: QueryClient, selected: Selected, signal: AbortSignal): Promise<void> {
  const query = previewQuery(selected);
  const observer = new QueryObserver(queryClient, { ...query, staleTime: freshFor });
  return new Promise((resolve) => {
    const stop = observer.subscribe(({ data, error }) => {
      if (error || (data && isShowable(data))) end();
    });
    const end = () => {
      signal.removeEventListener('abort', giveUp);
      stop();
      resolve();
    };
    const giveUp = () => {
      const isRead = observer.getCurrentResult().data?.summary !== undefined;
      end();
      if (isRead) return;
      queryClient.removeQueries({ queryKey: query.queryKey, exact: true });
      void askWorker('cancelPreview', { selection: selected.selection });
    };
    signal.addEventListener('abort', giveUp);
    const { data, error } = observer.getCurrentResult();
    if (error || (data && isShowable(data))) end();
  });
}

/** Tags of many records show as they come. */
function isShowable({ summary, reading, isCancelled }: PreviewState): boolean {
  return summary !== undefined || isCancelled === true || (reading !== undefined && reading.calls > 1);
}
