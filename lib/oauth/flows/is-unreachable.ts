import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';

/** Milliseconds that the accounts server may take to answer. */
const timeout = 10_000;

/**
 * Whether `launchWebAuthFlow` failed because Zoho's page did not answer. Chromium says then that it "could not be
 * loaded" or that its "load timed out"; where the user would have to be asked, its words speak of a load as well
 * (source: its binary). Firefox says no more than where the user would have to be asked, or has closed the window (source: its
 * ext-identity.js): there, the server itself is asked for what it tells anybody (source: accounts documentation,
 * multi-dc).
 */
export async function isUnreachable(error: unknown, dataCenter: DataCenterId): Promise<boolean> {
  if (error instanceof Error && /not be loaded|timed out/.test(error.message)) return true;
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
