import { coqlScope } from '@/lib/bigin/scopes';
import { findConnection, updateConnection } from './connection-store';

/**
 * Bigin refused a call for want of this scope, whatever Zoho said was granted. COQL can be done without: there
 * are other ways to read tags.
 */
export async function noteMissingScope(connectionId: string, scope: string): Promise<void> {
  const connection = await findConnection(connectionId);
  if (!connection?.scopes.includes(scope) || scope === coqlScope) return;
  await updateConnection(connection, { scopes: connection.scopes.filter((granted) => granted !== scope) });
}
