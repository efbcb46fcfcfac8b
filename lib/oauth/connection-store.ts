import * as z from 'zod/mini';
import { storage } from 'wxt/utils/storage';
import { connectionSchema, type Connection } from './connection';
import { endRenewalPause } from './renewal-pause';

/** `storage.local`: refresh tokens outlive the browser. Only our own pages and the worker may read it. */
const connections = storage.defineItem<unknown>('local:connections');

const accessTokenSchema = z.object({
  token: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});

export type AccessToken = z.infer<typeof accessTokenSchema>;

/** `storage.session`: access tokens are gone with the browser. */
function accessTokenItem(connectionId: string) {
  return storage.defineItem<unknown>(`session:accessToken:${connectionId}`);
}

export async function listConnections(): Promise<Connection[]> {
  const { data } = z.safeParse(z.array(z.unknown()), await connections.getValue());
  return (data ?? []).flatMap((stored) => z.safeParse(connectionSchema, stored).data ?? []);
}

export async function findConnection(id: string): Promise<Connection | undefined> {
  return (await listConnections()).find((connection) => connection.id === id);
}

/** Adds the connection, or takes the place of the one with its id. */
export async function saveConnection(connection: Connection): Promise<void> {
  const others = (await listConnections()).filter(({ id }) => id !== connection.id);
  await connections.setValue([...others, connection]);
}

/** Changes some facts of a connection; whether there is one (it may have been removed meanwhile). */
export async function updateConnection(id: string, change: Partial<Connection>): Promise<boolean> {
  const connection = await findConnection(id);
  if (connection) await saveConnection({ ...connection, ...change });
  return connection !== undefined;
}

/** Forgets the connection with all its tokens. */
export async function removeConnection(id: string): Promise<void> {
  const others = (await listConnections()).filter((connection) => connection.id !== id);
  await connections.setValue(others);
  await accessTokenItem(id).removeValue();
  await endRenewalPause(id);
}

export async function readAccessToken(connectionId: string): Promise<AccessToken | undefined> {
  return z.safeParse(accessTokenSchema, await accessTokenItem(connectionId).getValue()).data;
}

export async function saveAccessToken(connectionId: string, token: AccessToken): Promise<void> {
  await accessTokenItem(connectionId).setValue(token);
}

/** Told whenever a connection is added, changed or removed. */
export function onConnectionsChanged(listener: () => void): () => void {
  return connections.watch(listener);
}
