import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { leftText } from '@/lib/i18n/left-text';
import { resultSentences } from '@/lib/i18n/result-sentences';
import { translate } from '@/lib/i18n/translate';
import type { Account } from '@/lib/jobs/account/account';
import { canBeUndone } from '@/lib/jobs/account/can-be-undone';
import { askWorker } from '@/lib/messages/ask-worker';
import { ReloadLink } from './ReloadLink';
import { ReloadRoom } from './ReloadRoom';
import { wentWell } from './result-place';
import styles from './ResultLine.module.css';
import { useSurface } from './surface';
import { useJobSeen } from './useJobSeen';

/** Comes after the result, for which nobody waits. */
const ReloadOffer = lazy(() => import('./ReloadOffer'));

interface ResultLineProps {
  result: Account;
  onOpen: () => void;
}

/** The last result in a line, for who has gone on to other records: to take back, and where not all went well, to look at. */
export function ResultLine({ result, onOpen }: ResultLineProps) {
  const { job, changed } = result;
  useJobSeen(job);
  const { isLive } = useSurface();
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () => askWorker('undoJob', { jobId: job.id }),
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: ['job'] });
      await queryClient.resetQueries({ queryKey: ['preview'] });
    },
  });
  const isWell = wentWell(result);
  return (
    <>
      <ProblemNotice problem={undo.error ? explain(undo.error) : undefined} />
      <Notice tone={isWell ? 'plain' : 'warn'}>
        {/* What parts sentences is not the same in every language, but lines of their own do in all. */}
        {resultTexts(result).map((text) => (
          <p key={text} className={styles.sentence}>
            {text}
          </p>
        ))}{' '}
        {canBeUndone(result) && (
          <Button look="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
            {translate('result.undo')}
          </Button>
        )}{' '}
        {!isWell && (
          <Button look="link" onClick={onOpen}>
            {translate('result.details')}
          </Button>
        )}{' '}
        {/* In a popup, a notice that comes late would move the tags away from under the mouse. */}
        {!isLive && changed > 0 && (
          <Suspense fallback={<ReloadLink />}>
            <ReloadOffer job={job} isInLine />
          </Suspense>
        )}
      </Notice>
      {isLive && changed > 0 && (
        <Suspense fallback={<ReloadRoom job={job} />}>
          <ReloadOffer job={job} />
        </Suspense>
      )}
    </>
  );
}

/** What was done, and what was not. */
function resultTexts(result: Account): string[] {
  const { problem } = result.job;
  return [...resultSentences(result), leftText(result), problem && explainProblem(problem)].filter(
    (text) => text !== undefined,
  );
}
