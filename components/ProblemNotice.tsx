import { explainProblem } from '@/lib/i18n/explain-problem';
import { isMendedByAccess, type Problem } from '@/lib/problem';
import { AllowAccess } from './AllowAccess';
import { Notice } from './Notice';

interface ProblemNoticeProps {
  problem: Problem | undefined;
  /** Goes on once the user has allowed what the browser keeps from the extension. */
  onAllowed?: () => void;
}

/** Tells the user of a problem, with the button that mends it where one does; nothing where there is none. */
export function ProblemNotice({ problem, onAllowed }: ProblemNoticeProps) {
  if (!problem) return null;
  return (
    <Notice
      tone="bad"
      urgent
      action={isMendedByAccess(problem) && <AllowAccess problem={problem} onAllowed={onAllowed} />}
    >
      {explainProblem(problem)}
    </Notice>
  );
}
