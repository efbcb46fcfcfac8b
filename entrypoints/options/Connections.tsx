import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { ConnectionList } from '@/components/ConnectionList';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Status } from '@/components/Status';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import styles from './App.module.css';
import { useConnecting } from './useConnecting';

type Action = 'disconnect' | 'testConnection';

export function Connections() {
  const { connections, connect, isConnecting, problem } = useConnecting();
  const action = useMutation({
    mutationFn: ({ name, connection }: { name: Action; connection: ConnectionInfo }) =>
      askWorker(name, { connectionId: connection.id }),
  });
  const run = (name: Action) => (connection: ConnectionInfo) => {
    connect.reset();
    action.mutate({ name, connection });
  };
  // What was done last is what is told: an action's end, else how the sign-in stands.
  const error = action.isIdle ? (connect.error ?? connections.error) : action.error;
  const signInProblem = action.isIdle ? problem : undefined;
  return (
    <Section id="connections" heading={translate('options.connections')}>
      <ConnectionList
        connections={connections.data ?? []}
        onDisconnect={run('disconnect')}
        onTest={run('testConnection')}
      />
      <ProblemNotice
        problem={signInProblem ?? (error ? explain(error) : undefined)}
        onAllowed={() => (action.variables ? action.mutate(action.variables) : connect.mutate())}
      />
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            action.reset();
            connect.mutate();
          }}
        >
          {translate('options.connect')}
        </Button>
        <Status text={isConnecting ? translate('options.connecting') : resultText(connect.data, action)} />
      </div>
    </Section>
  );
}

function resultText(
  connected: ConnectionInfo | undefined,
  action: { isSuccess: boolean; variables: { name: Action; connection: ConnectionInfo } | undefined },
): string | undefined {
  if (connected) return translate('options.connected', { org: connected.orgName });
  if (!action.isSuccess || !action.variables) return undefined;
  const { name, connection } = action.variables;
  const key = name === 'disconnect' ? 'options.disconnected' : 'options.tested';
  return translate(key, { org: connection.orgName });
}
