import { useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * Settings that are stored as they are changed: shown in the same moment, told as saved once they are stored, and as
 * they were where that failed.
 */
export function useStored<T>(
  query: UseQueryOptions<T, Error, T, string[]>,
  save: (settings: T) => Promise<void>,
) {
  const queryClient = useQueryClient();
  const { data } = useQuery(query);
  // The cache tells of a change a moment later, in which a field would jump back, and its caret to the end.
  const [changed, setChanged] = useState<T>();
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: save,
    onError: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
    onSettled: (_data, _error, saved) => setChanged((last) => (last === saved ? undefined : last)),
  });
  const change = (settings: T) => {
    setChanged(settings);
    queryClient.setQueryData(query.queryKey, settings);
    mutate(settings);
  };
  return { settings: changed ?? data, change, isSaved: isSuccess, error };
}

/** Settings once they have been read, and how they are changed. */
export type Stored<T> = Omit<ReturnType<typeof useStored<T>>, 'settings'> & { settings: T };
