import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { followPage } from '@/lib/browser/follow-page';
import { ProblemError } from '@/lib/problem';
import { linkParameter } from '../popup/parameters';
import { readSelections, selectionQuery, type PopupTab } from '../popup/queries';
import type { Following } from '../popup/surface';
import { LiveSelection, type PageSelection } from './live-selection';
import { prepareSelection } from './prepare-selection';

/** Keeps what is shown of a tab's selection to what its page has. */
export function useFollowing(tab: PopupTab | undefined): Following {
  const queryClient = useQueryClient();
  const [isChanging, setIsChanging] = useState(false);
  const live = useRef<LiveSelection>(undefined);
  const latest = useRef(tab);
  useEffect(() => {
    latest.current = tab;
  });
  const tabId = tab?.id;

  useEffect(() => {
    if (tabId === undefined) return undefined;
    const { queryKey } = selectionQuery(tabId);
    const page = followPage(tabId, () => {
      // A link's record stays what it is.
      if (linkParameter() === undefined) selection.change();
    });
    const selection = new LiveSelection({
      async read(): Promise<PageSelection> {
        // Joined before and after: what changes while the page answers is told, and one that had no content
        // script yet has it now.
        page.join();
        try {
          return { read: await readSelections(tabId) };
        } catch (error) {
          return { error };
        } finally {
          page.join();
        }
      },
      shown() {
        const state = queryClient.getQueryState(queryKey);
        if (state?.status === 'error') return { error: state.error };
        const read = queryClient.getQueryData(queryKey);
        return read && { read };
      },
      prepare: (next, signal) => prepareSelection(queryClient, { tab: latest.current, next, signal }),
      show(next) {
        if ('error' in next) void queryClient.invalidateQueries({ queryKey });
        else queryClient.setQueryData(queryKey, next.read);
        void queryClient.invalidateQueries({ queryKey: ['selection', tabId, 'count'] });
      },
      onChanging: setIsChanging,
    });
    live.current = selection;
    selection.change();
    return () => {
      selection.end();
      page.leave();
    };
  }, [tabId, queryClient]);

  return useMemo(
    () => ({
      isChanging,
      async requireCurrent(key) {
        const isSame = (selection: PageSelection) =>
          'read' in selection && selection.read.byModule.some((selected) => selected.key === key);
        if (live.current && !(await live.current.isCurrent(isSame)))
          throw new ProblemError('selectionChanged');
      },
    }),
    [isChanging],
  );
}
