import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { askLoadTime, askUnsaved } from '@/lib/browser/page-state';
import { reloadTab } from '@/lib/browser/reload-tab';
import { quotedList } from '@/lib/i18n/quoted-list';
import { translate } from '@/lib/i18n/translate';
import type { Job } from '@/lib/jobs/job';
import { isMendedByAccess } from '@/lib/problem';
import { tabQuery } from './queries';
import { ReloadLink } from './ReloadLink';
import { ReloadNotice } from './ReloadNotice';
import { ReloadRoom } from './ReloadRoom';

interface ReloadOfferProps {
  job: Job;
  /** Whether it is a link in a line, whose place is kept for it; else it has a notice of its own. */
  isInLine?: boolean;
}

/**
 * Offers to load the page anew whose list still shows the tags from before. Only who wants that has the page's fields
 * looked at; it asks first where something would be lost, and never does it by itself.
 */
export default function ReloadOffer({ job, isInLine = false }: ReloadOfferProps) {
  const queryClient = useQueryClient();
  const { data: tab, error: noTab } = useQuery(tabQuery);
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
    onError: (failure) => {
      // Else the tab has gone elsewhere meanwhile.
      if (!isMendedByAccess(explain(failure))) void queryClient.invalidateQueries({ queryKey: ['page'] });
    },
  });
  const absent = isInLine && <ReloadLink />;
  if (noTab || error) return absent;
  if (!tab || loadedAt === undefined) return isInLine ? absent : <ReloadRoom job={job} />;
  const isStale = (loadedAt ?? 0) < (job.endedAt ?? 0);
  if (!isStale) return absent;
  const lookAt = () => look.mutate(tab.id);
  const Offer = isInLine ? ReloadLink : ReloadNotice;
  return (
    <>
      <Offer isBusy={reload.isPending} onReload={lookAt} />
      <ProblemNotice problem={look.error ? explain(look.error) : undefined} onAllowed={lookAt} />
      {unsaved !== undefined && (
        <ConfirmDialog
          text={questionOf(unsaved)}
          action={translate('result.reload')}
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
