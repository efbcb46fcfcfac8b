import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { explain } from '@/lib/bigin/errors/explain';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import { Frame } from './Frame';

/** Problems that the user mends elsewhere, by doing what the sentence says; trying again here would not help. */
const mendedElsewhere = new Set(['notBigin', 'nothingSelected']);

export function Problem({
  error,
  ...frame
}: { error: unknown } & Omit<Parameters<typeof Frame>[0], 'children'>) {
  const queryClient = useQueryClient();
  const problem = explain(error);
  const calm = mendedElsewhere.has(problem.code);
  const tryAgain = (
    <Button
      onClick={() => void queryClient.resetQueries({ predicate: ({ state }) => state.status === 'error' })}
    >
      {translate('popup.tryAgain')}
    </Button>
  );
  return (
    <Frame footer={calm ? undefined : tryAgain} {...frame}>
      <Notice tone={calm ? 'plain' : 'bad'} urgent>
        {explainProblem(problem)}
      </Notice>
    </Frame>
  );
}
