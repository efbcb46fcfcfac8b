import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { onConnectionsChanged } from '@/lib/oauth/stored-items';
import { connectionsQuery, jobsQuery } from './queries';

/** What the worker changes is read again: at once, and then as often as eyes can follow. */
export function useLiveJobs(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stops = [
      followJobs((jobIds) => {
        const keys = [jobsQuery.queryKey, ['jobsOfRecord'], ...[...jobIds].map((jobId) => ['job', jobId])];
        return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      }),
      onConnectionsChanged(() => void queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queryClient]);
}
