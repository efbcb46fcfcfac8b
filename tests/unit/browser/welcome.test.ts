import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openWelcomeOnInstall } from '@/lib/browser/open-welcome';

const create = vi.fn(() => Promise.resolve({}));

beforeEach(() => {
  fakeBrowser.reset();
  create.mockClear();
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(create as never);
});

const happen = async (reason: 'install' | 'update') => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false });
  await new Promise((resolve) => void setTimeout(resolve, 5));
};

describe('the set-up guide', () => {
  it('opens when the extension is installed, and once', async () => {
    openWelcomeOnInstall();
    await happen('install');
    expect(create.mock.calls).toEqual([[{ url: 'chrome-extension://test-extension-id/welcome.html' }]]);
    await happen('install');
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('does not open when it is updated', async () => {
    openWelcomeOnInstall();
    await happen('update');
    expect(create).not.toHaveBeenCalled();
  });
});
