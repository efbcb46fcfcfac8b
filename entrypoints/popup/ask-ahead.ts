import type { QueryClient } from '@tanstack/react-query';
import type { Opening } from '@/lib/messages/opening';
import { askInHead } from './asked-in-head';
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
 * Asks what an opening shows while the page is still being made ready. The views ask the same, and find it asked; what
 * fails here fails there too, where it is told.
 */
export async function askAhead(queryClient: QueryClient): Promise<void> {
  const { tab, opening } = globalThis.askedInHead ?? askInHead();
  void queryClient.prefetchQuery(runSettingsQuery);
  const { id } = await queryClient.fetchQuery({ ...tabQuery, queryFn: async () => popupTab(await tab) });
  void queryClient.prefetchQuery(draftQuery(id));
  void queryClient.prefetchQuery(gatheringQuery(id));
  await queryClient.prefetchQuery({
    ...selectionQuery(id),
    queryFn: async () => take(queryClient, id, await opening),
  });
}

/** Puts all that depends on what is selected where the views look for it. */
async function take(
  queryClient: QueryClient,
  tabId: number,
  { selections, job, connection, preview }: Opening,
): Promise<SelectionsRead> {
  const read = await withKeys(selections);
  const [first] = read.byModule;
  queryClient.setQueryData(jobQuery(tabId, first?.key).queryKey, job);
  queryClient.setQueryData(pageConnectionQuery(selections).queryKey, connection);
  if (first && preview) {
    void queryClient.prefetchQuery({ ...previewQuery(first), queryFn: () => begunPreview(preview) });
  }
  return read;
}
