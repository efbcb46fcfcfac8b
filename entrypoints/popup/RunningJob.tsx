import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { JobProgress } from '@/components/JobProgress';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { JobFrame, type JobViewProps } from './JobFrame';

export function RunningJob({ account, selection, page }: JobViewProps) {
  const { id, state } = account.job;
  const cancel = useMutation({ mutationFn: () => askWorker('cancelJob', { jobId: id }) });
  return (
    <JobFrame
      account={account}
      selection={selection}
      page={page}
      footer={
        <Button disabled={state === 'cancelling' || cancel.isPending} onClick={() => cancel.mutate()}>
          {translate('run.cancel')}
        </Button>
      }
    >
      <JobProgress account={account} />
    </JobFrame>
  );
}
