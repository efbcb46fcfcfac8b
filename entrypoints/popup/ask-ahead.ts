import type { QueryClient } from '@tanstack/react-query';
import {
  draftQuery,
  gatheringQuery,
  jobQuery,
  pageConnectionQuery,
  previewQuery,
  runSettingsQuery,
  selectionQuery,
  tabQuery,
} from './queries';

/**
 * Asks what an opening shows while the page is still being made ready, each question as soon as it can be asked. The
 * views ask the same, and find it asked; what fails here fails there too, where it is told.
 */
export async function askAhead(queryClient: QueryClient): Promise<void> {
  // The first question starts a worker that is at rest.
  void queryClient.prefetchQuery(runSettingsQuery);
  const { id } = await queryClient.fetchQuery(tabQuery);
  void queryClient.prefetchQuery(draftQuery(id));
  void queryClient.prefetchQuery(gatheringQuery(id));
  const { selections, byModule } = await queryClient.fetchQuery(selectionQuery(id));
  const [first, ...others] = byModule;
  const [job, { connection }] = await Promise.all([
    queryClient.fetchQuery(jobQuery(id, first?.key)),
    queryClient.fetchQuery(pageConnectionQuery(selections)),
  ]);
  // Tags cost a call: they are read where they are what is shown.
  const isShown = first && others.length === 0 && !job && connection?.signInNeeded === false;
  if (isShown) await queryClient.prefetchQuery(previewQuery(first));
}
