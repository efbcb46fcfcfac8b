import { useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * Settings that are stored as they are changed: shown in the same moment, told as saved once they are stored, and as
 * they were where that failed. What another page has changed meanwhile stays: a change stores what it changes alone.
 */
export function useStored<T extends object>(
  query: UseQueryOptions<T, Error, T, string[]>,
  read: () => Promise<T>,
  save: (settings: T) => Promise<void>,
) {
  const queryClient = useQueryClient();
  const { data, error: readError } = useQuery(query);
  // The cache tells of a change a moment later, in which a field would jump back, and its caret to the end.
  const [changed, setChanged] = useState<T>();
  const { mutate, isSuccess, error } = useMutation({
    // One after another, as they were made.
    scope: scopeOf(query),
    mutationFn: async ({ before, after }: { before: T | undefined; after: T }) =>
      save({ ...(await read()), ...difference(before, after) }),
    onError: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
    onSettled: (_data, _error, { after }) => setChanged((last) => (last === after ? undefined : last)),
  });
  const settings = changed ?? data;
  const change = (after: T) => {
    setChanged(after);
    queryClient.setQueryData(query.queryKey, after);
    mutate({ before: settings, after });
  };
  return { settings, change, isSaved: isSuccess, error: error ?? readError };
}

/** Waits until every change that was made of what a query reads is stored: a press may be quicker than that. */
export function useAllStored(query: { queryKey: readonly string[] }): () => Promise<void> {
  const { mutateAsync } = useMutation({ scope: scopeOf(query), mutationFn: () => Promise.resolve() });
  return mutateAsync;
}

function scopeOf({ queryKey }: { queryKey: readonly string[] }): { id: string } {
  return { id: queryKey.join() };
}

function difference<T extends object>(before: T | undefined, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  const changed = names.filter((name) => before?.[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<T>;
}

/** Settings once they have been read, and how they are changed. */
export type Stored<T extends object> = Omit<ReturnType<typeof useStored<T>>, 'settings'> & { settings: T };
