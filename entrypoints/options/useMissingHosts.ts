import { useQuery } from '@tanstack/react-query';
import { dataCenterIds, type DataCenterId } from '@/lib/bigin/data-centers';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import type { OAuthSettings } from '@/lib/oauth/client-settings';
import { connectionsQuery, missingHostsQuery, settingsQuery } from './queries';

/** The hosts that the browser keeps from the extension, of those that it is to work with. */
export function useMissingHosts(): readonly string[] {
  const { data: connections } = useQuery(connectionsQuery);
  const { data: settings } = useQuery(settingsQuery);
  const ids = connections && settings && neededDataCenters(connections, settings);
  return useQuery(missingHostsQuery(ids)).data ?? [];
}

/** Where nothing says which data centers are the user's, it may be any. */
function neededDataCenters(
  connections: readonly ConnectionInfo[],
  { dataCenter: chosen }: OAuthSettings,
): DataCenterId[] {
  const own = connections.map(({ dataCenter }) => dataCenter);
  if (chosen !== 'automatic') own.push(chosen);
  return own.length > 0 ? [...new Set(own)] : [...dataCenterIds];
}
