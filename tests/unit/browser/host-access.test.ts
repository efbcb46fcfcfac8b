import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dataCenterIds, hostsOf } from '@/lib/bigin/data-centers';
import {
  askForHosts,
  missingHosts,
  onHostsAllowed,
  requireNothingHidden,
  requirePages,
  requireServers,
} from '@/lib/browser/host-access';
import { withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

const us = ['bigin.zoho.com', 'accounts.zoho.com', 'www.zohoapis.com'] as const;

describe('what the browser keeps from the extension', () => {
  it('is nothing where all is allowed', async () => {
    expect(await missingHosts()).toEqual([]);
    await expect(requireNothingHidden()).resolves.toBeUndefined();
    for (const id of dataCenterIds) {
      await expect(requireServers(id)).resolves.toBeUndefined();
      await expect(requirePages([id])).resolves.toBeUndefined();
    }
  });

  it('is looked for in the data centers that are meant', async () => {
    withhold(...us, 'accounts.zoho.eu');
    expect(await missingHosts(['eu', 'in'])).toEqual(['accounts.zoho.eu']);
    expect(await missingHosts(['us'])).toEqual(us);
  });

  it.each(us.slice(1))('stands in the way of calls: %s', async (host) => {
    withhold(host);
    expect(await problemOf(requireServers('us'))).toEqual({ code: 'accessMissing', values: { hosts: host } });
    await expect(requireServers('eu')).resolves.toBeUndefined();
    await expect(requirePages(['us'])).resolves.toBeUndefined();
  });

  it('is asked for at once, pages with servers, but pages alone keep no call back', async () => {
    withhold('bigin.zoho.com');
    await expect(requireServers('us')).resolves.toBeUndefined();
    withhold('www.zohoapis.com');
    const problem = { code: 'accessMissing', values: { hosts: 'bigin.zoho.com,www.zohoapis.com' } };
    expect(await problemOf(requireServers('us'))).toEqual(problem);
    expect(await problemOf(requirePages(['eu', 'us']))).toEqual(problem);
  });

  it('may hide a page of Bigin’s: then its data centers are named', async () => {
    withhold(...hostsOf('eu'), 'www.zohoapis.in');
    expect(await problemOf(requireNothingHidden())).toEqual({
      code: 'pageHidden',
      values: { hosts: 'bigin.zoho.eu,accounts.zoho.eu,www.zohoapis.eu' },
    });
  });

  it('is asked for by patterns that the manifest has; whoever may not ask is told no', async () => {
    const request = vi.fn<(wanted: unknown) => Promise<boolean>>().mockResolvedValueOnce(true);
    request.mockRejectedValueOnce(new Error('may only be called from a user input handler'));
    vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation(request);
    expect(await askForHosts(['bigin.zoho.com', 'accounts.zoho.com'])).toBe(true);
    expect(request).toHaveBeenCalledWith({
      origins: ['https://bigin.zoho.com/*', 'https://accounts.zoho.com/*'],
    });
    expect(await askForHosts(['bigin.zoho.com'])).toBe(false);
  });

  it('is told once it is allowed; other permissions are no matter', () => {
    const listeners: ((added: { origins?: string[] }) => void)[] = [];
    vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockImplementation((listener) =>
      listeners.push(listener),
    );
    const allowed = vi.fn();
    onHostsAllowed(allowed);
    const [tell] = listeners;
    tell?.({});
    tell?.({ origins: [] });
    expect(allowed).not.toHaveBeenCalled();
    tell?.({ origins: ['https://bigin.zoho.com/*'] });
    expect(allowed).toHaveBeenCalledTimes(1);
  });
});
