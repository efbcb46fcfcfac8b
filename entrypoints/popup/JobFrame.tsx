import type { ReactNode } from 'react';
import { Notice } from '@/components/Notice';
import { StatusText } from '@/components/StatusText';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { resultText } from '@/lib/i18n/result-text';
import type { PageConnection } from '@/lib/messages/protocol';
import { isAccount, type JobProgress } from '@/lib/jobs/account/account';
import type { Problem } from '@/lib/problem';
import type { Selection } from '@/lib/selection/selection';
import { Frame } from './Frame';
import { recordsHeading, selectionHeading } from './headings';
import { useJobSeen } from './useJobSeen';
import { useModuleWords } from './useModuleWords';

export interface JobViewProps {
  account: JobProgress;
  /** The selection that the job came from, where the page still has it. */
  selection: Selection | undefined;
  /** How the job's organization is connected. */
  page: PageConnection | undefined;
}

interface JobFrameProps extends JobViewProps {
  pageProblem?: Problem | undefined;
  footer: ReactNode;
  children: ReactNode;
}

/** A job's view. Its result shows here; what reads it out is above all views. */
export function JobFrame({ account, selection, page, pageProblem, footer, children }: JobFrameProps) {
  useJobSeen(account.job);
  const words = useModuleWords(account.job);
  const result = isAccount(account) ? resultText(account) : undefined;
  return (
    <Frame
      heading={
        selection
          ? selectionHeading(selection, words)
          : recordsHeading(account.job.module, account.total, words)
      }
      org={page?.connection?.orgName}
      footer={footer}
    >
      {pageProblem && (
        <Notice tone="plain" urgent>
          {explainProblem(pageProblem)}
        </Notice>
      )}
      {result && <StatusText text={result} />}
      {children}
    </Frame>
  );
}
