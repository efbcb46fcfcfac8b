import * as z from '@/lib/zod';
import { StoredItem } from '@/lib/stored-item';
import { connectionSchema, type Connection } from './connection';
import { endRenewalPause } from './renewal-pause';
import { connectionsItem } from './stored-items';

const accessTokenSchema = z.object({
  token: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});

export type AccessToken = z.infer<typeof accessTokenSchema>;

/** `storage.session`: access tokens are gone with the browser. */
function accessTokenItem(connectionId: string) {
  return new StoredItem('session', `accessToken:${connectionId}`);
}

export async function listConnections(): Promise<Connection[]> {
  const { data } = z.safeParse(z.array(z.unknown()), await connectionsItem.getValue());
  return (data ?? []).flatMap((stored) => z.safeParse(connectionSchema, stored).data ?? []);
}

export async function findConnection(id: string): Promise<Connection | undefined> {
  return (await listConnections()).find((connection) => connection.id === id);
}

/** Writes one after another: each is a change of the whole list, and none may undo another. */
let writes: Promise<unknown> = Promise.resolve();

function change<T>(write: (connections: Connection[]) => Promise<T>): Promise<T> {
  const written = writes.then(async () => write(await listConnections()));
  writes = written.catch(() => undefined);
  return written;
}

/** Adds the connection with its access token, or takes the place of the one with its id, which it answers. */
export function saveConnection(connection: Connection, token: AccessToken): Promise<Connection | undefined> {
  return change(async (all) => {
    await accessTokenItem(connection.id).setValue(token);
    await connectionsItem.setValue([...all.filter(({ id }) => id !== connection.id), connection]);
    return all.find(({ id }) => id === connection.id);
  });
}

/**
 * Changes some facts of a connection, and its access token where a new one is given. Nothing is written where
 * it was removed, or connected anew, since it was read.
 */
export function updateConnection(
  { id, connectedAt }: Pick<Connection, 'id' | 'connectedAt'>,
  facts: Partial<Connection>,
  token?: AccessToken,
): Promise<void> {
  return change(async (all) => {
    const isSame = (stored: Connection) => stored.id === id && stored.connectedAt === connectedAt;
    if (!all.some(isSame)) return;
    if (token) await accessTokenItem(id).setValue(token);
    await connectionsItem.setValue(all.map((stored) => (isSame(stored) ? { ...stored, ...facts } : stored)));
  });
}

/** Forgets the connection with all its tokens. */
export function removeConnection(id: string): Promise<void> {
  return change(async (all) => {
    await connectionsItem.setValue(all.filter((connection) => connection.id !== id));
    await accessTokenItem(id).removeValue();
    await endRenewalPause(id);
  });
}

export async function readAccessToken(connectionId: string): Promise<AccessToken | undefined> {
  return z.safeParse(accessTokenSchema, await accessTokenItem(connectionId).getValue()).data;
}
