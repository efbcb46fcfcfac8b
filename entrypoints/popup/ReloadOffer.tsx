import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { reloadTab } from '@/lib/browser/reload-tab';
import { formatList } from '@/lib/i18n/format-list';
import { translate } from '@/lib/i18n/translate';
import type { Job } from '@/lib/jobs/job';
import { askWorker } from '@/lib/messages/ask-worker';
import { pageStateQuery, tabQuery } from './queries';

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
    mutationFn: (tabId: number) =>
      askWorker('readPageState', { tabId, dataCenter: job.dataCenter, org: job.org }),
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
  const fields = formatList(unsaved.map((tag) => translate('given.quoted', { tag })));
  return translate('result.confirmReload', { fields });
}
