import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { JobResult } from '@/components/JobResult';
import { ProblemNotice } from '@/components/ProblemNotice';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { ConnectButtons } from './ConnectButtons';
import { JobFrame, type JobViewProps } from './JobFrame';
import { needsSignIn, useConnect } from './useConnect';

type JobAction = 'undoJob' | 'retryFailed' | 'continueJob' | 'dismissJob';

export function FinishedJob({ account, selection, org }: JobViewProps) {
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
  const connect = useConnect(job, () => action.mutate('continueJob'));
  const signInFirst = job.state === 'stopped' && job.problem && needsSignIn(job.problem);
  const canUndo = job.kind === 'removal' && changed > 0 && !job.undoneBy;
  return (
    <JobFrame
      account={account}
      selection={selection}
      org={org}
      footer={
        <>
          {canUndo && button('undoJob', translate('result.undo'))}
          {failed.length > 0 && button('retryFailed', translate('result.retry'))}
          {signInFirst && <ConnectButtons connect={connect} />}
          {job.state === 'stopped' && !signInFirst && button('continueJob', translate('result.continue'))}
          {button('dismissJob', translate('result.done'))}
        </>
      }
    >
      <ProblemNotice error={action.error ?? connect.error} />
      <JobResult account={account} />
    </JobFrame>
  );
}
