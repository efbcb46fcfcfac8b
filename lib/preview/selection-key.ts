import type { Selection } from '@/lib/selection/selection';

/** A short name for what is selected: the same records of the same module give the same key, in any order. */
export async function selectionKey({ dataCenter, org, module, ids }: Selection): Promise<string> {
  const text = [dataCenter, org, module, ...ids.toSorted()].join(' ');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
