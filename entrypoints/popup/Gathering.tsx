import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { GatheringProgress } from '@/components/GatheringProgress';
import { ProblemNotice } from '@/components/ProblemNotice';
import type { Gathering as GatheringState } from '@/lib/gather/gather-request';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { Frame } from './Frame';
import { moduleLabel } from './headings';

/** Records being read through the API for a selection that does not stand in the page. */
export function Gathering({ tabId, gathering }: { tabId: number; gathering: GatheringState }) {
  const queryClient = useQueryClient();
  const { request, read, kept, problem } = gathering;
  const reload = () => queryClient.invalidateQueries({ queryKey: ['gathering'] });
  const cancel = useMutation({
    mutationFn: () => askWorker('cancelGathering', { tabId }),
    onSuccess: reload,
  });
  const again = useMutation({
    mutationFn: () => askWorker('startGathering', { tabId, request }),
    onSuccess: reload,
  });
  const isView = request.what.kind === 'view';
  const module = moduleLabel(request.module, 2);
  const title =
    request.what.kind === 'view'
      ? translate('gather.view', { module })
      : translate('gather.tag', { module, count: request.what.tagNames.length });
  return (
    <Frame
      heading={
        isView
          ? translate('popup.records', {
              count: request.what.kind === 'view' ? request.what.count : 0,
              module,
            })
          : translate('byTag.title')
      }
      footer={
        <>
          <Button onClick={() => cancel.mutate()}>{translate(problem ? 'popup.back' : 'run.cancel')}</Button>
          {problem && <Button onClick={() => again.mutate()}>{translate('popup.tryAgain')}</Button>}
        </>
      }
    >
      <ProblemNotice problem={problem} />
      {!problem && (
        <GatheringProgress
          title={title}
          read={read}
          total={request.what.kind === 'view' ? request.what.count : undefined}
          found={isView ? undefined : kept}
        />
      )}
    </Frame>
  );
}
