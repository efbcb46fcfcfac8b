import type { DataCenterId } from '@/lib/bigin/data-centers';
import { connectionId, connectionInfo, type ConnectionInfo } from './connection';
import { listConnections } from './connection-store';

/** The connection of a page's organization, and those of others. */
export async function pageConnection(
  dataCenter: DataCenterId,
  org: string,
): Promise<{ connection?: ConnectionInfo; others: ConnectionInfo[] }> {
  const all = (await listConnections()).map(connectionInfo);
  const id = connectionId(dataCenter, org);
  const connection = all.find((candidate) => candidate.id === id);
  return { ...(connection && { connection }), others: all.filter((other) => other !== connection) };
}
