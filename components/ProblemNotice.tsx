import { explainProblem } from '@/lib/i18n/explain-problem';
import type { Problem } from '@/lib/problem';
import { Notice } from './Notice';

/** Tells the user of a problem; nothing where there is none. */
export function ProblemNotice({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  return (
    <Notice tone="bad" urgent>
      {explainProblem(problem)}
    </Notice>
  );
}
