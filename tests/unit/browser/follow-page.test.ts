import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPage, type FollowedPage } from '@/lib/browser/follow-page';

type Listener = (value?: unknown) => void;

/** A port as a page of ours has it, with what the other side does. */
function aPort() {
  const heard: Listener[] = [];
  const ended: Listener[] = [];
  return {
    onMessage: { addListener: (listener: Listener) => heard.push(listener) },
    onDisconnect: { addListener: (listener: Listener) => ended.push(listener) },
    disconnect: vi.fn(),
    say: (look: unknown) => heard.forEach((listener) => listener(look)),
    end: () => ended.forEach((listener) => listener()),
  };
}

const connect = vi.fn<(tabId: number, info: unknown) => ReturnType<typeof aPort>>();
const onChange = vi.fn<() => void>();
let page: FollowedPage;

beforeEach(() => {
  fakeBrowser.reset();
  connect.mockReset().mockImplementation(aPort);
  onChange.mockReset();
  Object.assign(fakeBrowser.tabs, { connect });
  page = followPage(7, onChange);
});

const port = (index = 0) => connect.mock.results[index]?.value as ReturnType<typeof aPort>;

describe('a page that is followed', () => {
  it('is joined in its top frame, once', () => {
    page.join();
    page.join();
    expect(connect.mock.calls).toEqual([[7, { frameId: 0 }]]);
  });

  it('tells of a look that is not like the one before', () => {
    page.join();
    port().say({ parts: [{ ids: ['1'] }] });
    port().say({ parts: [{ ids: ['1'] }] });
    expect(onChange).toHaveBeenCalledTimes(1);
    port().say({ parts: [{ ids: ['2'] }] });
    expect(onChange).toHaveBeenCalledTimes(2);
    // What the page says is compared, and handed to nobody.
    expect(onChange).toHaveBeenLastCalledWith();
  });

  it('is joined again when it is gone, and told of then', () => {
    page.join();
    port().say({});
    port().end();
    expect(onChange).toHaveBeenCalledTimes(2);
    page.join();
    port(1).say({});
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('is left alone where nobody answers', () => {
    page.join();
    port().end();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('is another page when the tab has loaded one, or shows another address', async () => {
    const update = (tabId: number, change: object) =>
      fakeBrowser.tabs.onUpdated.trigger(tabId, change, {} as never);
    await update(7, { status: 'loading' });
    await update(8, { status: 'complete' });
    expect(onChange).not.toHaveBeenCalled();
    await update(7, { status: 'complete' });
    await update(7, { url: 'https://bigin.zoho.com/bigin/org1/Home#/deals' });
    expect(onChange).toHaveBeenCalledTimes(2);
    page.join();
    page.leave();
    await update(7, { status: 'complete' });
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(port().disconnect).toHaveBeenCalledTimes(1);
  });
});
