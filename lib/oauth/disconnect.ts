import { requireServers } from '@/lib/browser/host-access';
import { findConnection, readAccessToken, removeConnection } from './connection-store';
import { revoke } from './flows/token-endpoint';

/**
 * Takes the grant back at Zoho, then forgets the connection, whatever Zoho said. Throws `revokeFailed` where
 * Zoho did not confirm, or could not be asked: without a refresh token, the access token is all there is to
 * show, while it lasts. Throws `accessMissing`, and forgets nothing, where the browser keeps Zoho's server away.
 */
export async function disconnect(id: string): Promise<void> {
  const connection = await findConnection(id);
  if (!connection) return;
  await requireServers(connection.dataCenter);
  try {
    await revoke(connection.dataCenter, connection.refreshToken ?? (await readAccessToken(id))?.token);
  } finally {
    await removeConnection(id);
  }
}
