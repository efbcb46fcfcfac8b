import { useMutation, useQueryClient } from '@tanstack/react-query';
import { hostsOf } from '@/lib/bigin/data-centers';
import { askForHosts } from '@/lib/browser/host-access';
import { askWorker } from '@/lib/messages/ask-worker';
import type { Selection } from '@/lib/selection/selection';

/**
 * Connects the organization of a page; what failed for want of a connection is then asked again. How the
 * sign-in stands is the worker's to tell: the popup may be gone before it ends.
 */
export function useConnect({ dataCenter, org }: Pick<Selection, 'dataCenter' | 'org'>) {
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn() {
      // In the press itself, or not at all; where they are allowed already, nobody is asked.
      await askForHosts(hostsOf(dataCenter));
      return askWorker('connect', { page: { dataCenter, org }, query: location.search });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connection'] }),
    onSuccess: () => queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' }),
  });
}
