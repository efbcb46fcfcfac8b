import type { Query, QueryClient } from '@tanstack/react-query';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { onConnectionsChanged, onSignInChanged } from '@/lib/oauth/stored-items';
import type { SelectionsRead } from './queries';

/** What the worker changes is read again at once, as long as the page lives. */
export function followWorker(queryClient: QueryClient): void {
  const reload = () => reloadConnections(queryClient);
  followJobs(() => reloadJobs(queryClient));
  onConnectionsChanged(reload);
  onSignInChanged(reload);
}

/** Reads again what may have changed since it was asked, before this page could be told. */
export function catchUp(queryClient: QueryClient): void {
  void reloadJobs(queryClient);
  reloadConnections(queryClient);
}

function reloadJobs(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['job'] });
}

function reloadConnections(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: ['connection'] });
  void queryClient.invalidateQueries({ queryKey: ['selection'], predicate: hasUnplaced });
}

/** Records whose module only the API can tell are looked up once it may be asked. */
function hasUnplaced({ state }: Query): boolean {
  const read = state.data as Partial<SelectionsRead> | undefined;
  return (read?.selections?.unplaced.length ?? 0) > 0;
}
