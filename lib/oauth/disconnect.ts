import { ProblemError } from '@/lib/problem';
import { findConnection, readAccessToken, removeConnection } from './connection-store';
import { revoke } from './flows/token-endpoint';

/**
 * Forgets the connection, whatever Zoho says. Throws `revokeFailed` where Zoho did not take the grant back, or
 * could not be asked to: without a refresh token, the access token is all there is to show, while it lasts.
 */
export async function disconnect(id: string): Promise<void> {
  const connection = await findConnection(id);
  const accessToken = await readAccessToken(id);
  await removeConnection(id);
  if (!connection) return;
  const token = connection.refreshToken ?? accessToken?.token;
  if (!token) throw new ProblemError('revokeFailed');
  await revoke(connection.dataCenter, token);
}
