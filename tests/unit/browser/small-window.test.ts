import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showInSmallWindow } from '@/lib/browser/small-window';

/** Addresses by window: of the tab in each, which has the window's number and a nought. */
let open: Map<number, string>;
let focused: number[];

beforeEach(() => {
  open = new Map();
  focused = [];
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((({ url }: { url: string }) => {
    const id = 5 + open.size;
    open.set(id, url);
    return Promise.resolve({ id });
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockImplementation(((id: number) => {
    focused.push(id);
    return Promise.resolve();
  }) as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((({ windowId }: { windowId: number }) =>
    Promise.resolve(open.has(windowId) ? [{ id: windowId * 10, windowId }] : [])) as never);
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation(((id: number, { url }: { url: string }) => {
    open.set(id / 10, url);
    return Promise.resolve();
  }) as never);
});

const addresses = () => [...open.values()].map((url) => new URL(url).search);

describe('the small window', () => {
  it('is opened once, and comes to the front with what the next press is about', async () => {
    await showInSmallWindow('popup.html?tab=1');
    expect(addresses()).toEqual(['?tab=1']);
    await showInSmallWindow('popup.html?tab=2');
    expect(addresses()).toEqual(['?tab=2']);
    expect(focused).toEqual([5]);
  });

  it('is opened anew once the user has closed it', async () => {
    await showInSmallWindow('popup.html?tab=1');
    open.delete(5);
    await showInSmallWindow('popup.html?tab=2');
    expect(addresses()).toEqual(['?tab=2']);
    expect(focused).toEqual([]);
  });
});
