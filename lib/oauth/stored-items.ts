import { StoredItem } from '@/lib/stored-item';

/* Apart from what parses them, so that a page which only waits for a change stays light. */

/** `storage.local`: refresh tokens outlive the browser. Only our own pages and the worker may read it. */
export const connectionsItem = new StoredItem('local', 'connections');

/** `storage.session`: it outlives the worker, and is gone with the browser. */
export const signInItem = new StoredItem('session', 'signIn');

/** Told whenever a connection is added, changed or removed. */
export function onConnectionsChanged(listener: () => void): () => void {
  return connectionsItem.watch(listener);
}

/** Told whenever a sign-in begins or ends. */
export function onSignInChanged(listener: () => void): () => void {
  return signInItem.watch(listener);
}
