import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { ConnectionList } from '@/components/ConnectionList';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Status } from '@/components/Status';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { onConnectionsChanged, onSignInChanged } from '@/lib/oauth/stored-items';
import styles from './App.module.css';
import { connectionsQuery, signInQuery } from './queries';

type Action = 'disconnect' | 'testConnection';

export function Connections() {
  useLiveData();
  const connections = useQuery(connectionsQuery);
  const signIn = useQuery(signInQuery);
  const queryClient = useQueryClient();
  const connect = useMutation({
    mutationFn: () => askWorker('connect', {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: signInQuery.queryKey }),
  });
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
  const signInProblem = action.isIdle ? signIn.data?.problem : undefined;
  const connecting = signIn.data?.connecting ?? false;
  return (
    <section className={styles.section}>
      <h2>{translate('options.connections')}</h2>
      <ConnectionList
        connections={connections.data ?? []}
        onDisconnect={run('disconnect')}
        onTest={run('testConnection')}
      />
      <ProblemNotice problem={signInProblem ?? (error ? explain(error) : undefined)} />
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
        <Status text={connecting ? translate('options.connecting') : resultText(connect.data, action)} />
      </div>
    </section>
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

/** What the worker changes is read again at once. */
function useLiveData() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stops = [
      onConnectionsChanged(() => void queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey })),
      onSignInChanged(() => void queryClient.invalidateQueries({ queryKey: signInQuery.queryKey })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queryClient]);
}
