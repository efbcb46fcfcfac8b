import { createContext, use } from 'react';
import { translate } from '@/lib/i18n/translate';
import { hostsInProblem, type Problem } from '@/lib/problem';
import { Button } from './Button';

/** Has the browser ask the user for hosts; whether they are allowed then. */
export const AskForHostsContext = createContext<(hosts: readonly string[]) => Promise<boolean>>(() =>
  Promise.resolve(false),
);

interface AllowAccessProps {
  problem: Problem;
  /** Goes on with what the problem stood in the way of. */
  onAllowed?: (() => void) | undefined;
}

/** The button that mends a problem of access to hosts. */
export function AllowAccess({ problem, onAllowed }: AllowAccessProps) {
  const askForHosts = use(AskForHostsContext);
  // Asked in the press itself: browsers take no other.
  const ask = async () => {
    if (await askForHosts(hostsInProblem(problem))) onAllowed?.();
  };
  return (
    <Button look="primary" onClick={() => void ask()}>
      {translate('access.allow')}
    </Button>
  );
}
