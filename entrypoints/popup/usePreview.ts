import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { askWorker } from '@/lib/messages/ask-worker';
import { previewQuery, type Selected } from './queries';

/** The preview of a selection, which the worker reads; that can be cancelled, and begun again. */
export function usePreview(selected: Selected) {
  const queryClient = useQueryClient();
  const query = previewQuery(selected);
  const { queryKey } = query;
  const preview = useQuery(query);
  const cancel = useMutation({
    mutationFn: () => askWorker('cancelPreview', { selection: selected.selection }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { preview, cancel, readAgain: () => queryClient.resetQueries({ queryKey }) };
}
