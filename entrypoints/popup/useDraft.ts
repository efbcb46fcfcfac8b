import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { saveDraft, type Draft } from '@/lib/browser/draft';
import { draftQuery } from './queries';

/**
 * What the user had begun in a tab's popup: where they were in it, and what changes any of it, which is kept at once.
 * Nothing is drawn anew by what is typed or chosen: each view has that itself.
 */
export function useDraft(tabId: number | undefined) {
  const queryClient = useQueryClient();
  const { data: place } = useQuery({
    ...draftQuery(tabId),
    select: ({ panel, module }) => ({ panel, module }),
  });
  const change = useCallback(
    (changeOf: (draft: Draft) => Partial<Draft>) => {
      if (tabId === undefined) return;
      const { queryKey } = draftQuery(tabId);
      const before = queryClient.getQueryData(queryKey) ?? { choices: [] };
      const draft = { ...before, ...changeOf(before) };
      queryClient.setQueryData(queryKey, draft);
      void saveDraft(tabId, draft);
    },
    [queryClient, tabId],
  );
  const read = useCallback(() => queryClient.getQueryData(draftQuery(tabId).queryKey), [queryClient, tabId]);
  return { place, read, change };
}
