import { useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AllowAccess } from '@/components/AllowAccess';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { explain } from '@/lib/bigin/errors/explain';
import type { BiginPage } from '@/lib/bigin/page-url';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import { isMendedByAccess, isMendedBySignIn, type Problem as ProblemCause } from '@/lib/problem';
import { Connect } from './Connect';
import { Frame } from './Frame';
import { GivenNotice } from './GivenNotice';
import { pageConnectionQuery } from './queries';
import { useSurface } from './surface';

/** Problems that the user mends elsewhere, by doing what the sentence says; trying again here would not help. */
const mendedElsewhere = new Set(['notBigin', 'nothingSelected', 'linkNotRecord']);

interface ProblemProps {
  error: unknown;
  heading?: string;
  org?: string | undefined;
  /** The page that the problem came up on: some problems are mended by connecting it again. */
  page?: Pick<BiginPage, 'dataCenter' | 'org'> | undefined;
  /** What the user can still do besides. */
  children?: ReactNode;
  /** Leads back from where the problem came up. */
  onBack?: () => void;
}

/** What stands in the way, and what the user can do about it. */
export function Problem({ error, page, children, onBack, ...frame }: ProblemProps) {
  const queryClient = useQueryClient();
  const problem = explain(error);
  const signIn = isMendedBySignIn(problem) ? page : undefined;
  const connection = useQuery(pageConnectionQuery(signIn));
  const { isLive } = useSurface();
  const askAgain = () => {
    // What was given may be gone with the error.
    const isStale = ({ state, queryKey }: Query) => state.status === 'error' || queryKey[0] === 'selection';
    void queryClient.resetQueries({ predicate: isStale });
  };
  const back = onBack && <Button onClick={onBack}>{translate('popup.back')}</Button>;
  if (signIn && connection.data) {
    return (
      <Connect
        page={signIn}
        connection={connection.data}
        heading={frame.heading ?? translate('app.name')}
        reason={problem}
        footer={back}
      >
        <GivenNotice />
        {children}
      </Connect>
    );
  }
  const calm = mendedElsewhere.has(problem.code);
  const allow = isMendedByAccess(problem) && <AllowAccess problem={problem} onAllowed={askAgain} />;
  const tryAgain = !calm && !allow && <Button onClick={askAgain}>{translate('popup.tryAgain')}</Button>;
  return (
    <Frame
      footer={
        (back || allow || tryAgain) && (
          <>
            {allow}
            {back}
            {tryAgain}
          </>
        )
      }
      {...frame}
    >
      <GivenNotice />
      <Notice tone={calm ? 'plain' : 'bad'} urgent={!calm || !isLive}>
        {(isLive && liveText(problem)) || explainProblem(problem)}
      </Notice>
      {children}
    </Frame>
  );
}

/** Where nothing need be opened again: what the user does in the page shows at once. */
function liveText({ code }: ProblemCause): string | undefined {
  if (code === 'notBigin') return translate('sidePanel.notBigin');
  return code === 'nothingSelected' ? translate('sidePanel.nothingSelected') : undefined;
}
