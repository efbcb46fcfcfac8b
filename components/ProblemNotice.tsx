import { explain } from '@/lib/bigin/errors/explain';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { Notice } from './Notice';

/** Tells the user of whatever was thrown; nothing where nothing was. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Notice tone="bad" urgent>
      {explainProblem(explain(error))}
    </Notice>
  );
}
