import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';

/** Milliseconds that the accounts server may take to answer. */
const timeout = 10_000;

/**
 * Whether `launchWebAuthFlow` failed because Zoho's page did not load: there is no network, or it came with an HTTP error,
 * of which Chromium says the same (source: its web_auth_flow.cc).
 */
export function isLoadFailed(error: unknown): boolean {
  return error instanceof Error && error.message.includes('not be loaded');
}

/**
 * Whether `launchWebAuthFlow` failed because Zoho did not answer. Chromium says so only of a load that "timed out" (source:
 * its binary). Firefox says no more than where the user would have to be asked, or has closed the window (source: its
 * ext-identity.js). So the server itself is asked for what it tells anybody (source: accounts documentation, multi-dc).
 */
export async function isUnreachable(error: unknown, dataCenter: DataCenterId): Promise<boolean> {
  if (error instanceof Error && error.message.includes('timed out')) return true;
  const { accountsServer } = dataCenters[dataCenter];
  return fetch(`${accountsServer}/oauth/serverinfo`, {
    signal: AbortSignal.timeout(timeout),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  }).then(
    () => false,
    () => true,
  );
}
