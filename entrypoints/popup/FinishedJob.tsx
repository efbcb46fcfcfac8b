import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { JobResult } from '@/components/JobResult';
import { ProblemNotice } from '@/components/ProblemNotice';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { JobFrame, type JobViewProps } from './JobFrame';

type JobAction = 'undoJob' | 'retryFailed' | 'continueJob' | 'dismissJob';

export function FinishedJob({ account, selection }: JobViewProps) {
  const { job, changed, failed } = account;
  const queryClient = useQueryClient();
  const action = useMutation({
    mutationFn: (name: JobAction) => askWorker(name, { jobId: job.id }),
    onSuccess: async () => {
      await queryClient.resetQueries({ queryKey: ['preview'] });
      await queryClient.invalidateQueries({ queryKey: ['job'] });
    },
  });
  const button = (name: JobAction, label: string) => (
    <Button disabled={action.isPending} onClick={() => action.mutate(name)}>
      {label}
    </Button>
  );
  const canUndo = job.kind === 'removal' && changed > 0 && !job.undoneBy;
  return (
    <JobFrame
      account={account}
      selection={selection}
      footer={
        <>
          {canUndo && button('undoJob', translate('result.undo'))}
          {failed.length > 0 && button('retryFailed', translate('result.retry'))}
          {job.state === 'stopped' && button('continueJob', translate('result.continue'))}
          {button('dismissJob', translate('result.done'))}
        </>
      }
    >
      <ProblemNotice error={action.error} />
      <JobResult account={account} />
    </JobFrame>
  );
}
