import type { BiginClient } from '@/lib/bigin/client';
import { readModuleWords } from '@/lib/bigin/endpoints/module-words';
import { modulesScope } from '@/lib/bigin/scopes';
import type { Connection } from './connection';
import { updateConnection } from './connection-store';

/** A day, in milliseconds: modules are hardly ever renamed. */
const keptFor = 86_400_000;

/** Connections whose words are being read. */
const underWay = new Set<string>();

/**
 * Reads what the connection's organization calls its modules, unless that was done within a day or may not be done.
 * The words are a courtesy: where they cannot be read, those of before stay, and it is tried again a day later.
 */
export async function refreshModuleWords(
  connection: Connection,
  client: BiginClient,
  now = Date.now(),
): Promise<void> {
  const { id, scopes, signInNeeded, moduleWordsReadAt = 0 } = connection;
  if (signInNeeded || !scopes.includes(modulesScope) || now - moduleWordsReadAt < keptFor) return;
  if (underWay.has(id)) return;
  underWay.add(id);
  try {
    const moduleWords = await readModuleWords(client).catch(() => connection.moduleWords);
    await updateConnection(connection, { moduleWordsReadAt: now, ...(moduleWords && { moduleWords }) });
  } finally {
    underWay.delete(id);
  }
}
