import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Stores settings as they are changed: they are shown at once, told as saved once they are stored, and as they were
 * where that failed.
 */
export function useSaving<T>({ queryKey }: { queryKey: QueryKey }, save: (settings: T) => Promise<void>) {
  const queryClient = useQueryClient();
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: save,
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  const change = (settings: T) => {
    queryClient.setQueryData(queryKey, settings);
    mutate(settings);
  };
  return { change, isSaved: isSuccess, error };
}
