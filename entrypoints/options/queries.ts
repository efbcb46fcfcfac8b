import { queryOptions } from '@tanstack/react-query';
import { askWorker } from '@/lib/messages/ask-worker';
import { readOAuthSettings } from '@/lib/oauth/client-settings';
import { readRunSettings } from '@/lib/settings/run-settings';

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => askWorker('listConnections', {}),
});

export const signInQuery = queryOptions({
  queryKey: ['signIn'],
  queryFn: () => askWorker('readSignIn', {}),
});

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: readOAuthSettings });

export const runSettingsQuery = queryOptions({ queryKey: ['runSettings'], queryFn: readRunSettings });
