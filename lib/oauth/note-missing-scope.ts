import { findConnection, updateConnection } from './connection-store';

/** Bigin refused a call for want of this scope, whatever Zoho said was granted. */
export async function noteMissingScope(connectionId: string, scope: string): Promise<void> {
  const connection = await findConnection(connectionId);
  const scopes = connection?.scopes.filter((granted) => granted !== scope);
  if (scopes) await updateConnection(connectionId, { scopes });
}
