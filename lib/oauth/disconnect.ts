import { findConnection, removeConnection } from './connection-store';
import { revoke } from './flows/token-endpoint';

/** Forgets the connection, whatever Zoho says; throws `revokeFailed` where Zoho did not take the grant back. */
export async function disconnect(id: string): Promise<void> {
  const connection = await findConnection(id);
  await removeConnection(id);
  if (connection?.refreshToken) await revoke(connection.dataCenter, connection.refreshToken);
}
