import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { JobResult } from '@/components/JobResult';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { openHistory } from '@/lib/browser/open-history';
import { translate } from '@/lib/i18n/translate';
import type { Account } from '@/lib/jobs/account/account';
import { canBeRetried } from '@/lib/jobs/account/can-be-retried';
import { canBeUndone } from '@/lib/jobs/account/can-be-undone';
import { askWorker } from '@/lib/messages/ask-worker';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { isMendedBySignIn, type Problem } from '@/lib/problem';
import { ConnectButtons } from './ConnectButtons';
import { GivenNotice } from './GivenNotice';
import { JobFrame, type JobViewProps } from './JobFrame';
import { leavePopup } from './leave-popup';
import { ReloadRoom } from './ReloadRoom';
import { useConnect } from './useConnect';

/** Come after the result, for which nobody waits. */
const ReloadOffer = lazy(() => import('./ReloadOffer'));
const NotifyOffer = lazy(() => import('./NotifyOffer'));

type JobAction = 'undoJob' | 'retryFailed' | 'continueJob' | 'dismissJob';

interface FinishedJobProps extends JobViewProps {
  account: Account;
  /** Why the page has no selection, where it has none. */
  pageProblem?: Problem;
  /** Chooses between the modules that are selected. */
  modules?: ReactNode;
}

export function FinishedJob({ account, selection, page, pageProblem, modules }: FinishedJobProps) {
  const { job, changed } = account;
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
  const connect = useConnect(job);
  const actionProblem = action.error ? explain(action.error) : undefined;
  const stoppedBy = job.state === 'stopped' ? job.problem : undefined;
  const signInFirst = needsSignIn(actionProblem ?? stoppedBy, page?.connection);
  const connectProblem = page?.signIn.problem ?? (connect.error ? explain(connect.error) : undefined);
  const signInProblem = signInFirst ? connectProblem : undefined;
  const canContinue = !signInFirst && !job.undoneBy && (job.state === 'stopped' || job.state === 'cancelled');
  return (
    <JobFrame
      account={account}
      selection={selection}
      page={page}
      pageProblem={pageProblem}
      footer={
        <>
          {canBeUndone(account) && button('undoJob', translate('result.undo'))}
          {canBeRetried(account) && button('retryFailed', translate('result.retry'))}
          {signInFirst && <ConnectButtons connect={connect} problem={signInProblem} />}
          {canContinue && button('continueJob', translate('result.continue'))}
          {button('dismissJob', translate('result.done'))}
        </>
      }
    >
      {modules}
      <GivenNotice />
      <ProblemNotice
        problem={signInProblem ?? actionProblem}
        onAllowed={() => action.variables && action.mutate(action.variables)}
      />
      {signInFirst && page?.signIn.connecting && <Notice tone="plain">{translate('connect.waiting')}</Notice>}
      <JobResult account={account} onHistory={() => void openHistory(job.id).then(leavePopup)}>
        {changed > 0 && (
          <Suspense fallback={<ReloadRoom job={job} />}>
            <ReloadOffer job={job} />
          </Suspense>
        )}
      </JobResult>
      {job.inPassing && (
        <Suspense>
          <NotifyOffer progress={account} />
        </Suspense>
      )}
    </JobFrame>
  );
}

/** Whether the job waits for a sign-in that has not been made since. */
function needsSignIn(problem: Problem | undefined, connection: ConnectionInfo | undefined): boolean {
  if (!problem || !isMendedBySignIn(problem)) return false;
  const connected = connection !== undefined && !connection.signInNeeded;
  return problem.code === 'scopeMissing' || !connected;
}
