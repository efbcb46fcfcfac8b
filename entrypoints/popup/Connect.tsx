import { ConnectPrompt } from '@/components/ConnectPrompt';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { PageConnection } from '@/lib/messages/protocol';
import type { Problem } from '@/lib/problem';
import type { Selection } from '@/lib/selection/selection';
import { ConnectButtons } from './ConnectButtons';
import { Frame } from './Frame';
import { selectionHeading } from './headings';
import { SelectionDoubts } from './SelectionDoubts';
import { useConnect } from './useConnect';

interface ConnectProps {
  selection: Selection;
  page: PageConnection;
  /** What made a new sign-in necessary, where there was a connection. */
  reason?: Problem;
}

export function Connect({ selection, page, reason }: ConnectProps) {
  const connect = useConnect(selection);
  const { connecting, problem } = page.signIn;
  const told = problem ?? (connect.error ? explain(connect.error) : reason);
  return (
    <Frame
      heading={selectionHeading(selection)}
      org={page.connection?.orgName}
      footer={<ConnectButtons connect={connect} problem={problem} />}
    >
      <SelectionDoubts selection={selection} missing={0} />
      {told && !connecting ? (
        <ProblemNotice problem={told} />
      ) : (
        <ConnectPrompt
          org={selection.org}
          expired={page.connection}
          others={page.others}
          connecting={connecting}
        />
      )}
    </Frame>
  );
}
