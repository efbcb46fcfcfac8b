import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { browser } from 'wxt/browser';
import { onActiveTabChanged } from '@/lib/browser/active-tab';
import { followJobs } from '@/lib/jobs/journal/follow-jobs';
import { App as PopupApp } from '../popup/App';
import { findTab } from '../popup/find-tab';
import { tabQuery } from '../popup/queries';
import { SurfaceContext, type Surface } from '../popup/surface';
import { Above } from './Above';
import { useFollowing } from './useFollowing';

/**
 * What the popup shows, of the tab that the window shows or that the address names, and of what is selected there at any
 * moment.
 */
export function App() {
  useActiveTab();
  useFreshTags();
  const { data: tab } = useQuery(tabQuery);
  const following = useFollowing(tab);
  const surface = useMemo<Surface>(() => ({ isLive: true, following, Above }), [following]);
  return (
    <SurfaceContext value={surface}>
      <PopupApp />
    </SurfaceContext>
  );
}

/** Takes up each tab that the window comes to show. */
function useActiveTab() {
  const queryClient = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    const reload = () => {
      void queryClient.invalidateQueries({ queryKey: tabQuery.queryKey });
      // Who has loaded it anew needs not be offered that.
      void queryClient.invalidateQueries({ queryKey: ['page'] });
    };
    const follow = async () => {
      // A small window stands in for the popup of a tab that another window has.
      const windowId = (await findTab())?.windowId ?? (await browser.windows.getCurrent()).id;
      if (windowId === undefined || isOver) return;
      stop = onActiveTabChanged(windowId, reload);
      reload();
    };
    void follow();
    return () => {
      isOver = true;
      stop?.();
    };
  }, [queryClient]);
}

/** Forgets tags that were read before a job changed some. */
function useFreshTags() {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      followJobs(() => {
        queryClient.removeQueries({ queryKey: ['preview'], type: 'inactive' });
        return Promise.resolve();
      }),
    [queryClient],
  );
}
