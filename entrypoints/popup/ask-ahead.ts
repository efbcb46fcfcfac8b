import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { valueOf } from '@/lib/messages/ask-worker';
import type { Opening } from '@/lib/messages/opening';
import { catchUp } from './follow-worker';
import {
  begunPreview,
  draftQuery,
  gatheringQuery,
  jobQuery,
  pageConnectionQuery,
  popupTab,
  previewQuery,
  runSettingsQuery,
  selectionQuery,
  tabQuery,
  withKeys,
  type SelectionsRead,
} from './queries';

/**
 * Puts what was asked in the head where the views ask for it, while the page is still being made ready. What fails here
 * fails there too, where it is told.
 */
export async function askAhead(queryClient: QueryClient): Promise<void> {
  const { tab, runSettings, begun, opening } = globalThis.askedInHead;
  void queryClient.prefetchQuery({ ...runSettingsQuery, queryFn: () => valueOf(runSettings) });
  const { id } = await queryClient.fetchQuery({ ...tabQuery, queryFn: async () => popupTab(await tab) });
  void queryClient.prefetchQuery({ ...draftQuery(id), queryFn: async () => (await valueOf(begun)).draft });
  void queryClient.prefetchQuery({
    ...gatheringQuery(id),
    queryFn: async () => (await valueOf(begun)).gathering,
  });
  await queryClient.prefetchQuery({
    ...selectionQuery(id),
    queryFn: async () => take(queryClient, id, await valueOf(opening)),
  });
  const { preview } = await valueOf(opening);
  const [first] = queryClient.getQueryData(selectionQuery(id).queryKey)?.byModule ?? [];
  if (first && preview)
    await queryClient.prefetchQuery({ ...previewQuery(first), queryFn: () => begunPreview(preview) });
  catchUp(queryClient);
}

/** Puts the job and the connection of what is selected where the views look for them. */
async function take(
  queryClient: QueryClient,
  tabId: number,
  { selections, job, connection }: Opening,
): Promise<SelectionsRead> {
  const read = await withKeys(selections);
  const [first] = read.byModule;
  // A view may have been answered meanwhile, and knows better.
  const give = (queryKey: QueryKey, data: unknown) =>
    queryClient.setQueryData(queryKey, (known: unknown) => (known === undefined ? data : known));
  give(jobQuery(tabId, first?.key).queryKey, job);
  give(pageConnectionQuery(selections).queryKey, connection);
  return read;
}
