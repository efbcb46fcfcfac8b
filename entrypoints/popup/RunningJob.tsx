import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { AllowAccess } from '@/components/AllowAccess';
import { Button } from '@/components/Button';
import { JobProgressBar } from '@/components/JobProgressBar';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { waitingText } from '@/lib/i18n/waiting-text';
import { askWorker } from '@/lib/messages/ask-worker';
import { isMendedByAccess, isMendedBySignIn } from '@/lib/problem';
import { ConnectButtons } from './ConnectButtons';
import { JobFrame, type JobViewProps } from './JobFrame';
import { useConnect } from './useConnect';

/** Comes after the progress, for which nobody waits. */
const NotifyOffer = lazy(() => import('./NotifyOffer'));

type JobAction = 'pauseJob' | 'continueJob' | 'cancelJob' | 'dismissJob';

/** A job that is not over: it runs, is paused, or waits for what lets it go on. */
export function RunningJob({ account, selection, page }: JobViewProps) {
  const { job } = account;
  const queryClient = useQueryClient();
  const action = useMutation({
    mutationFn: (name: JobAction) => askWorker(name, { jobId: job.id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['job'] }),
  });
  const button = (name: JobAction, label: MessageKey) => (
    <Button disabled={action.isPending} onClick={() => action.mutate(name)}>
      {translate(label)}
    </Button>
  );
  const connect = useConnect(job);
  // Tags that were read before are not what the records carry afterwards.
  useEffect(() => queryClient.removeQueries({ queryKey: ['preview'], type: 'inactive' }), [queryClient]);
  const waitsForSignIn =
    job.state === 'waiting' && job.problem !== undefined && isMendedBySignIn(job.problem);
  const deniedBy =
    job.state === 'waiting' && job.problem && isMendedByAccess(job.problem) ? job.problem : undefined;
  const connectProblem = page?.signIn.problem ?? (connect.error ? explain(connect.error) : undefined);
  const isLeft = job.state === 'paused' || job.state === 'waiting';
  return (
    <JobFrame
      account={account}
      selection={selection}
      page={page}
      footer={
        <>
          {job.state === 'running' && job.startedAt !== undefined && button('pauseJob', 'run.pause')}
          {job.state === 'paused' && button('continueJob', 'run.resume')}
          {waitsForSignIn && <ConnectButtons connect={connect} problem={connectProblem} />}
          {deniedBy && <AllowAccess problem={deniedBy} onAllowed={() => action.mutate('continueJob')} />}
          {job.state === 'waiting' && !waitsForSignIn && !deniedBy && button('continueJob', 'run.now')}
          <Button
            disabled={job.state === 'cancelling' || action.isPending}
            onClick={() => action.mutate('cancelJob')}
          >
            {translate('run.cancel')}
          </Button>
          {isLeft && button('dismissJob', 'run.hide')}
        </>
      }
    >
      <ProblemNotice
        problem={
          (waitsForSignIn ? connectProblem : undefined) ?? (action.error ? explain(action.error) : undefined)
        }
      />
      {job.state === 'waiting' && (
        <Notice tone="warn" urgent>
          {waitingText(job)}
        </Notice>
      )}
      <JobProgressBar key={job.id} progress={account} />
      <Suspense>
        <NotifyOffer progress={account} />
      </Suspense>
    </JobFrame>
  );
}
