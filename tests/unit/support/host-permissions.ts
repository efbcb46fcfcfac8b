import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Hosts that the user keeps from the extension; none where a test begins. */
const withheld = new Set<string>();

/** The browser's permissions as far as they are about hosts, which the fake browser lacks. */
Object.assign(fakeBrowser.permissions, {
  contains: ({ origins = [] }: { origins?: string[] }) =>
    Promise.resolve(!origins.some((pattern) => withheld.has(new URL(pattern.replace('/*', '/')).host))),
});

beforeEach(() => withheld.clear());

export function withhold(...hosts: string[]): void {
  for (const host of hosts) withheld.add(host);
}

export function allow(...hosts: string[]): void {
  for (const host of hosts) withheld.delete(host);
}
