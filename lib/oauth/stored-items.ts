import { storage } from 'wxt/utils/storage';
import { versionedItem } from '@/lib/versioned-item';

/* Apart from what parses them, so that a page which only waits for a change stays light. */

/** `storage.local`: refresh tokens outlive the browser. Only our own pages and the worker may read it. */
export const connectionsItem = versionedItem('local:connections');

/** `storage.session`: it outlives the worker, and is gone with the browser. */
export const signInItem = storage.defineItem<unknown>('session:signIn');

/** Told whenever a connection is added, changed or removed. */
export function onConnectionsChanged(listener: () => void): () => void {
  return connectionsItem.watch(listener);
}

/** Told whenever a sign-in begins or ends. */
export function onSignInChanged(listener: () => void): () => void {
  return signInItem.watch(listener);
}
