import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findBiginTab } from '@/lib/browser/bigin-tab';
import { onTabClosed } from '@/lib/browser/on-tab-closed';
import { requireTabOf } from '@/lib/browser/require-tab-of';
import { forgetGathering, storedGathering, storeGathering } from '@/lib/browser/stored-gathering';
import type { GatherRequest } from '@/lib/gather/gather-request';
import { withhold } from '../support/host-permissions';
import { problemOf } from '../support/problem-of';

const page = { dataCenter: 'us', org: 'org1' } as const;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the tab of an organization', () => {
  const tabs = (...urls: string[]) =>
    vi
      .spyOn(fakeBrowser.tabs, 'query')
      .mockResolvedValue(urls.map((url, index) => ({ id: index + 1, url, lastAccessed: index })) as never);

  it('is the one that was looked at last', async () => {
    const url = (org: string) => `https://bigin.zoho.com/bigin/${org}/Home#/contacts`;
    tabs(url('org1'), url('org1'), url('org2'));
    expect((await findBiginTab([page]))?.id).toBe(2);
  });

  it('is none where none is open, unless the browser keeps it from the extension', async () => {
    tabs();
    withhold('accounts.zoho.com', 'bigin.zoho.eu');
    expect(await findBiginTab([page])).toBeUndefined();
    withhold('bigin.zoho.com');
    expect((await problemOf(findBiginTab([page]))).code).toBe('accessMissing');
  });
});

describe('a tab', () => {
  const show = (url: string | undefined) =>
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((() => Promise.resolve({ id: 1, url })) as never);

  it('is still of the organization that it was of', async () => {
    show('https://bigin.zoho.com/bigin/org1/Home#/deals');
    await expect(requireTabOf(1, page)).resolves.toBeUndefined();
  });

  it.each([
    'https://bigin.zoho.com/bigin/org2/Home#/deals',
    'https://bigin.zoho.eu/bigin/org1/Home#/deals',
    'https://example.com/',
    undefined,
  ])('is not any more where it shows %s', async (url) => {
    show(url);
    expect(await problemOf(requireTabOf(1, page))).toEqual({ code: 'tabMoved' });
  });

  it('cannot be told to be where the user keeps its page from the extension', async () => {
    show(undefined);
    withhold('bigin.zoho.eu');
    expect(await problemOf(requireTabOf(1, page))).toEqual({ code: 'tabMoved' });
    withhold('bigin.zoho.com');
    expect(await problemOf(requireTabOf(1, page))).toEqual({
      code: 'accessMissing',
      values: { hosts: 'bigin.zoho.com' },
    });
    show('https://example.com/');
    expect(await problemOf(requireTabOf(1, page))).toEqual({ code: 'tabMoved' });
  });

  it('that is closed is told of, until nobody asks any more', async () => {
    const closed = vi.fn();
    const end = onTabClosed(1, closed);
    await fakeBrowser.tabs.onRemoved.trigger(2, { windowId: 1, isWindowClosing: false });
    expect(closed).not.toHaveBeenCalled();
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false });
    end();
    await fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('remembers what is being read for it', async () => {
    const request: GatherRequest = { ...page, module: 'Tasks', what: { kind: 'tag', tagNames: ['VIP'] } };
    await storeGathering(1, request);
    expect(await storedGathering(1)).toEqual(request);
    expect(await storedGathering(2)).toBeUndefined();
    await forgetGathering(1);
    expect(await storedGathering(1)).toBeUndefined();
    await fakeBrowser.storage.session.set({ 'gathering-1': { ...request, org: 'x' } });
    expect(await storedGathering(1)).toBeUndefined();
  });
});
