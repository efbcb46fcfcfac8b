import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onJobChanged } from '@/lib/jobs/journal/journal-channel';

/** Milliseconds without a change of any job after which one is taken to be over: one that runs has several a second. */
const quiet = 2_000;

/**
 * Tags and their counts are true of when they were asked for: they are asked again once a job has changed some while they
 * are in view, and nobody who looks again later finds those of before.
 */
export function useFreshTags(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const all = { queryKey: ['tags'] };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onJobChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries(all), quiet);
    });
    return () => {
      clearTimeout(timer);
      stop();
      queryClient.removeQueries(all);
    };
  }, [queryClient]);
}
