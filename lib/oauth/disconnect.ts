import { ProblemError } from '@/lib/problem';
import { findConnection, readAccessToken, removeConnection } from './connection-store';
import { revoke } from './flows/token-endpoint';

/**
 * Takes the grant back at Zoho, then forgets the connection, whatever Zoho said. Throws `revokeFailed` where
 * Zoho did not confirm, or could not be asked: without a refresh token, the access token is all there is to
 * show, while it lasts.
 */
export async function disconnect(id: string): Promise<void> {
  const connection = await findConnection(id);
  if (!connection) return;
  try {
    const token = connection.refreshToken ?? (await readAccessToken(id))?.token;
    if (!token) throw new ProblemError('revokeFailed');
    await revoke(connection.dataCenter, token);
  } finally {
    await removeConnection(id);
  }
}
