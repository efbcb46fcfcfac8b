import type { BiginClient } from '@/lib/bigin/client';
import { readOrg } from '@/lib/bigin/endpoints/org';
import { ProblemError } from '@/lib/problem';
import type { Connection } from './connection';
import { updateConnection } from './connection-store';
import { missingScopes } from './scopes';

/**
 * Whether a connection works: Bigin takes its token, the token is for the connection's organization, and it
 * allows all that removals need. Throws a `ProblemError`, or the client's errors, where it does not.
 */
export async function testConnection(connection: Connection, client: BiginClient): Promise<void> {
  const org = await readOrg(client);
  if (org.domain !== connection.org) {
    throw new ProblemError('otherOrg', { connected: org.name, wanted: connection.org });
  }
  await updateConnection(connection, { orgName: org.name });
  const [missing] = missingScopes(connection.scopes);
  if (missing) throw new ProblemError('scopeMissing', { scope: missing });
}
