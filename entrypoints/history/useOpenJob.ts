import { useSyncExternalStore } from 'react';

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The job that the page's address names: `history.html#<id>`. */
export function useOpenJob(): string | undefined {
  return useSyncExternalStore(onHashChange, () => location.hash.slice(1)) || undefined;
}

/** Opens a job, or closes the one that is open; the browser's way back leads back. */
export function openJob(jobId: string | undefined): void {
  location.hash = jobId ?? '';
}
