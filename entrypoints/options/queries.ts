import { queryOptions, skipToken } from '@tanstack/react-query';
import type { DataCenterId } from '@/lib/bigin/data-centers';
import { missingHosts } from '@/lib/browser/host-access';
import { mayNotify } from '@/lib/browser/notification-permission';
import { readShortcuts } from '@/lib/browser/shortcuts';
import { askWorker } from '@/lib/messages/ask-worker';
import { readOAuthSettings } from '@/lib/oauth/client-settings';
import { readAppearance } from '@/lib/settings/appearance';
import { readRunSettings } from '@/lib/settings/run-settings';

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => askWorker('listConnections', {}),
});

export const signInQuery = queryOptions({
  queryKey: ['signIn'],
  queryFn: () => askWorker('readSignIn', {}),
});

/** Another page of ours may change the settings: who comes back to this one sees them as they are. */
const ofOtherPages = { refetchOnWindowFocus: 'always' } as const;

export const settingsQuery = queryOptions({
  queryKey: ['settings', 'oauth'],
  queryFn: readOAuthSettings,
  ...ofOtherPages,
});

export const runSettingsQuery = queryOptions({
  queryKey: ['settings', 'run'],
  queryFn: readRunSettings,
  ...ofOtherPages,
});

export const appearanceQuery = queryOptions({
  queryKey: ['settings', 'appearance'],
  queryFn: readAppearance,
  ...ofOtherPages,
});

/** Changed on a page of the browser's, which tells nobody. */
export const shortcutsQuery = queryOptions({
  queryKey: ['shortcuts'],
  queryFn: readShortcuts,
  refetchOnWindowFocus: 'always',
});

export const mayNotifyQuery = queryOptions({ queryKey: ['mayNotify'], queryFn: mayNotify });

/** The hosts of these data centers that the browser keeps from the extension. */
export const missingHostsQuery = (ids: readonly DataCenterId[] | undefined) =>
  queryOptions({
    queryKey: ['access', ids],
    queryFn: ids ? () => missingHosts(ids) : skipToken,
  });
