import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askWorker } from '@/lib/messages/ask-worker';
import type { Problem } from '@/lib/problem';
import type { Selection } from '@/lib/selection/selection';

/** Problems that a new sign-in mends. */
const mendedBySignIn = new Set(['signInNeeded', 'noConnection', 'scopeMissing']);

export function needsSignIn({ code }: Problem): boolean {
  return mendedBySignIn.has(code);
}

/** Connects the organization of a page; what failed for want of a connection is then asked again. */
export function useConnect(
  { dataCenter, org }: Pick<Selection, 'dataCenter' | 'org'>,
  onConnected?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => askWorker('connect', { page: { dataCenter, org } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connection'] }),
    onSuccess: async () => {
      await queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' });
      onConnected?.();
    },
  });
}
