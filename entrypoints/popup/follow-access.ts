import type { QueryClient } from '@tanstack/react-query';
import { onPermissionsChanged } from '@/lib/browser/on-permissions-changed';
import { tabQuery } from './queries';

/** What could not be seen or done for want of a permission is asked again, wherever the user gives that. */
export function followAccess(queryClient: QueryClient): void {
  onPermissionsChanged(() => {
    for (const queryKey of [['access'], ['gathering'], tabQuery.queryKey]) {
      void queryClient.invalidateQueries({ queryKey });
    }
    // One that is being asked may have been refused already.
    void queryClient.resetQueries({ predicate: ({ state }) => state.status !== 'success' });
  });
}
