import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { askLoadTime, askUnsaved } from '@/lib/browser/page-state';
import { reloadTab } from '@/lib/browser/reload-tab';
import { quotedList } from '@/lib/i18n/quoted-list';
import { translate } from '@/lib/i18n/translate';
import type { Job } from '@/lib/jobs/job';
import { tabQuery } from './queries';

/**
 * Offers to load the page anew whose list still shows the tags from before. Only who wants that has the page's fields
 * looked at; it asks first where something would be lost, and never does it by itself.
 */
export default function ReloadOffer({ job }: { job: Job }) {
  const queryClient = useQueryClient();
  const { data: tab } = useQuery(tabQuery);
  const tabId = tab?.id;
  const { data: loadedAt, error } = useQuery({
    queryKey: ['page', tabId, job.id],
    queryFn: tabId === undefined ? skipToken : () => askLoadTime(tabId, job),
    staleTime: 0,
  });
  // What may be lost, where that is asked about; `null` where it could not be seen.
  const [unsaved, setUnsaved] = useState<readonly string[] | null>();
  const reload = useMutation({
    mutationFn: async (id: number) => {
      setUnsaved(undefined);
      await reloadTab(id);
      await queryClient.invalidateQueries({ queryKey: ['selection'] });
      await queryClient.invalidateQueries({ queryKey: ['page'] });
    },
  });
  const look = useMutation({
    mutationFn: (id: number) => askUnsaved(id, job),
    onSuccess: (found, id) => (found?.length === 0 ? reload.mutate(id) : setUnsaved(found)),
    // The tab has gone elsewhere meanwhile.
    onError: () => queryClient.invalidateQueries({ queryKey: ['page'] }),
  });
  const isStale = loadedAt !== undefined && (loadedAt ?? 0) < (job.endedAt ?? 0);
  if (!tab || error || !isStale) return null;
  const label = translate('result.reload');
  return (
    <>
      <Notice tone="plain">
        {translate('result.stale')}{' '}
        <Button look="link" disabled={reload.isPending} onClick={() => look.mutate(tab.id)}>
          {label}
        </Button>
      </Notice>
      {unsaved !== undefined && (
        <ConfirmDialog
          text={questionOf(unsaved)}
          action={label}
          wayOut={translate('remove.keep')}
          onConfirm={() => reload.mutate(tab.id)}
          onCancel={() => setUnsaved(undefined)}
        />
      )}
    </>
  );
}

function questionOf(unsaved: readonly string[] | null): string {
  if (!unsaved) return translate('result.confirmReloadUnseen');
  return translate('result.confirmReload', { fields: quotedList(unsaved) });
}
