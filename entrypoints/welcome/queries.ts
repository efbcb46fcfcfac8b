import { queryOptions, skipToken } from '@tanstack/react-query';
import { findBiginTab, type BiginTab } from '@/lib/browser/bigin-tab';
import { askWorker } from '@/lib/messages/ask-worker';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import { withKeys } from '../popup/queries';

/** How often the Bigin tab is looked at while the page is seen, in milliseconds; and whenever it comes to be seen. */
const pulse = { refetchInterval: 2_000, refetchOnWindowFocus: 'always' } as const;

/** The Bigin tab of a connected organization; `null` where none is open. */
export const biginTabQuery = (connections: readonly ConnectionInfo[]) =>
  queryOptions({
    queryKey: ['biginTab', connections.map(({ id }) => id)],
    queryFn: async () => (await findBiginTab(connections)) ?? null,
    ...pulse,
  });

/** What is selected in the tab. */
export const selectionQuery = (tab: BiginTab | undefined) =>
  queryOptions({
    queryKey: ['selection', tab?.id],
    queryFn: tab ? async () => withKeys(await askWorker('readSelection', { tabId: tab.id })) : skipToken,
    ...pulse,
    // Where the page does not tell the module, each look would take a call to Bigin.
    refetchInterval: tab?.page.modules.length === 1 && pulse.refetchInterval,
  });
