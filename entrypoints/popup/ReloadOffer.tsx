import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { askPageState, reloadTab, type PageState } from '@/lib/browser/page-state';
import { formatList } from '@/lib/i18n/format-list';
import { translate } from '@/lib/i18n/translate';
import type { Job } from '@/lib/jobs/job';
import { tabQuery } from './queries';

/** What a tab's page is like, after a job changed what it shows; `null` where the tab has left the organization. */
const pageStateQuery = (tabId: number | undefined, job: Job) =>
  queryOptions({
    queryKey: ['page', tabId, job.id],
    queryFn:
      tabId === undefined
        ? skipToken
        : async (): Promise<PageState | null> => (await askPageState(tabId, job)) ?? null,
    staleTime: 0,
  });

/**
 * Offers to load the page anew whose list still shows the tags from before. It asks first where something would be
 * lost, and never does it by itself.
 */
export default function ReloadOffer({ job }: { job: Job }) {
  const queryClient = useQueryClient();
  const { data: tab } = useQuery(tabQuery);
  const { data: page } = useQuery(pageStateQuery(tab?.id, job));
  const [question, setQuestion] = useState<string>();
  const reload = useMutation({
    mutationFn: async (tabId: number) => {
      setQuestion(undefined);
      await reloadTab(tabId);
      await queryClient.invalidateQueries({ queryKey: ['selection'] });
      await queryClient.invalidateQueries({ queryKey: ['page'] });
    },
  });
  const look = useMutation({
    mutationFn: (tabId: number) => askPageState(tabId, job),
    onSuccess: (state, tabId) => {
      if (!state) void queryClient.invalidateQueries({ queryKey: ['page'] });
      else if (state.unsaved?.length === 0) reload.mutate(tabId);
      else setQuestion(questionOf(state.unsaved));
    },
  });
  const isStale = page && (page.loadedAt === undefined || page.loadedAt < (job.endedAt ?? 0));
  if (!tab || !isStale) return null;
  const label = translate('result.reload');
  return (
    <>
      <Notice tone="plain">
        {translate('result.stale')}{' '}
        <Button look="link" disabled={reload.isPending} onClick={() => look.mutate(tab.id)}>
          {label}
        </Button>
      </Notice>
      {question !== undefined && (
        <ConfirmDialog
          text={question}
          action={label}
          wayOut={translate('remove.keep')}
          onConfirm={() => reload.mutate(tab.id)}
          onCancel={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}

function questionOf(unsaved: readonly string[] | undefined): string {
  if (!unsaved) return translate('result.confirmReloadUnseen');
  const fields = formatList(unsaved.map((name) => `“${name}”`));
  return translate('result.confirmReload', { fields });
}
