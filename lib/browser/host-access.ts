import { browser } from 'wxt/browser';
import { dataCenterIds, dataCenters, hostsOf, type DataCenterId } from '@/lib/bigin/data-centers';
import { ProblemError } from '@/lib/problem';

/*
 * Hosts that the manifest names need not be allowed: Firefox and Chromium let users take each of them back, and Firefox
 * does not allow by itself what an update adds. A call to such a host fails as if there were no network, and its tabs
 * have no address.
 */

/** The hosts of these data centers that the browser keeps from the extension. */
export async function missingHosts(ids: readonly DataCenterId[] = dataCenterIds): Promise<string[]> {
  const hosts = ids.flatMap(hostsOf);
  const isAllowed = await Promise.all(
    hosts.map((host) => browser.permissions.contains({ origins: [patternOf(host)] })),
  );
  return hosts.filter((_, index) => !isAllowed[index]);
}

/** Throws `accessMissing` unless the data center's servers may be called: nothing is to be sent to them before. */
export async function requireServers(id: DataCenterId): Promise<void> {
  const missing = await missingHosts([id]);
  // Who is asked once is asked for all.
  if (missing.some((host) => host !== dataCenters[id].webHost)) throw accessMissing(missing);
}

/** Throws `accessMissing` unless the pages of these data centers can be seen. */
export async function requirePages(ids: readonly DataCenterId[]): Promise<void> {
  const missing = await missingHosts(ids);
  if (ids.some((id) => missing.includes(dataCenters[id].webHost))) throw accessMissing(missing);
}

/** Throws `pageHidden` where a page without an address may be one of Bigin's; else it is none. */
export async function requireNothingHidden(): Promise<void> {
  const missing = new Set(await missingHosts());
  const hidden = dataCenterIds.filter((id) => missing.has(dataCenters[id].webHost));
  if (hidden.length === 0) return;
  const hosts = hidden.flatMap(hostsOf).filter((host) => missing.has(host));
  throw new ProblemError('pageHidden', { hosts: hosts.join(',') });
}

/**
 * Has the browser ask the user for hosts; whether they are allowed then. Only in a press, and before anything is waited
 * for: browsers refuse what no user began.
 */
export async function askForHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map(patternOf) }).catch(() => false);
}

/** Calls back when the user allows hosts, wherever they do so. */
export function onHostsAllowed(listener: () => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) listener();
  });
}

function accessMissing(hosts: readonly string[]): ProblemError {
  return new ProblemError('accessMissing', { hosts: hosts.join(',') });
}

function patternOf(host: string): string {
  return `https://${host}/*`;
}
