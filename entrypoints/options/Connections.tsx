import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { ConnectionList } from '@/components/ConnectionList';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Status } from '@/components/Status';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { onConnectionsChanged } from '@/lib/oauth/connection-store';
import styles from './App.module.css';
import { connectionsQuery } from './queries';

export function Connections() {
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  useEffect(
    () =>
      onConnectionsChanged(() => void queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey })),
    [queryClient],
  );
  const connections = useQuery(connectionsQuery);
  const connect = useMutation({ mutationFn: () => askWorker('connect', {}), onSettled: reload });
  const disconnect = useMutation({
    mutationFn: ({ id }: ConnectionInfo) => askWorker('disconnect', { connectionId: id }),
    onSettled: reload,
    onMutate: () => connect.reset(),
  });
  const error = connect.error ?? disconnect.error ?? connections.error;
  return (
    <section className={styles.section}>
      <h2>{translate('options.connections')}</h2>
      <ConnectionList connections={connections.data ?? []} onDisconnect={disconnect.mutate} />
      <ProblemNotice error={error} />
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={connect.isPending}
          onClick={() => {
            disconnect.reset();
            connect.mutate();
          }}
        >
          {translate('options.connect')}
        </Button>
        <Status
          text={
            connect.isPending
              ? translate('options.connecting')
              : connect.data
                ? translate('options.connected', { org: connect.data.orgName })
                : disconnect.isSuccess
                  ? translate('options.disconnected', { org: disconnect.variables.orgName })
                  : undefined
          }
        />
      </div>
    </section>
  );
}
