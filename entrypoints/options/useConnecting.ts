import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askForHosts } from '@/lib/browser/host-access';
import { askWorker } from '@/lib/messages/ask-worker';
import { onConnectionsChanged, onSignInChanged } from '@/lib/oauth/stored-items';
import { connectionsQuery, settingsQuery, signInQuery } from './queries';
import { useMissingHosts } from './useMissingHosts';
import { useAllStored } from './useStored';

/** The connections, and the sign-in that adds one; what the worker changes is read again at once. */
export function useConnecting() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stops = [
      onConnectionsChanged(() => void queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey })),
      onSignInChanged(() => void queryClient.invalidateQueries({ queryKey: signInQuery.queryKey })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queryClient]);
  const connections = useQuery(connectionsQuery);
  const signIn = useQuery(signInQuery);
  const missing = useMissingHosts();
  const allStored = useAllStored(settingsQuery);
  const connect = useMutation({
    async mutationFn() {
      // In the press itself, or not at all; where they are allowed already, nobody is asked.
      await askForHosts(missing);
      await allStored();
      return askWorker('connect', {});
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: signInQuery.queryKey }),
  });
  return {
    connections,
    connect,
    isConnecting: signIn.data?.connecting ?? false,
    /** Why the last sign-in failed. */
    problem: signIn.data?.problem,
  };
}
