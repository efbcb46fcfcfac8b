import type { ReactNode } from 'react';
import { ConnectPrompt } from '@/components/ConnectPrompt';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { BiginPage } from '@/lib/bigin/page-url';
import type { PageConnection } from '@/lib/messages/protocol';
import type { Problem } from '@/lib/problem';
import { ConnectButtons } from './ConnectButtons';
import { Frame } from './Frame';
import { useConnect } from './useConnect';

interface ConnectProps {
  /** The organization that the tab shows. */
  page: Pick<BiginPage, 'dataCenter' | 'org'>;
  connection: PageConnection;
  heading: string;
  /** What made a new sign-in necessary, where there was a connection. */
  reason?: Problem;
  children?: ReactNode;
  /** What stands beside the button. */
  footer?: ReactNode;
}

export function Connect({ page, connection, heading, reason, children, footer }: ConnectProps) {
  const connect = useConnect(page);
  const { connecting, problem } = connection.signIn;
  const told = problem ?? (connect.error ? explain(connect.error) : reason);
  return (
    <Frame
      heading={heading}
      org={connection.connection?.orgName}
      footer={
        <>
          {footer}
          <ConnectButtons connect={connect} problem={problem} />
        </>
      }
    >
      {children}
      {told && !connecting ? (
        <ProblemNotice problem={told} onAllowed={() => connect.mutate()} />
      ) : (
        <ConnectPrompt
          org={page.org}
          expired={connection.connection}
          others={connection.others}
          connecting={connecting}
        />
      )}
    </Frame>
  );
}
