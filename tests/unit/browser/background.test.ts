import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAliveForJobs, onWake } from '@/lib/browser/keep-alive';
import { openPopup } from '@/lib/browser/open-popup';
import { restrictStorage } from '@/lib/browser/restrict-storage';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('opening the popup', () => {
  const pages: unknown[] = [];
  const create = vi.fn<(options: unknown) => Promise<void>>();
  const openToolbarPopup = vi.fn(() => Promise.resolve());

  beforeEach(() => {
    pages.length = 0;
    create.mockReset().mockResolvedValue();
    openToolbarPopup.mockReset().mockResolvedValue();
    const setPopup = ({ popup }: { popup: string }) => Promise.resolve(void pages.push(popup));
    vi.spyOn(fakeBrowser.action, 'setPopup').mockImplementation(setPopup as never);
    vi.spyOn(fakeBrowser.action, 'openPopup').mockImplementation(openToolbarPopup);
    vi.spyOn(fakeBrowser.windows, 'create').mockImplementation(create as never);
  });

  it('names the tab, the link and the tags, and leaves the toolbar button to open the tab’s popup', async () => {
    const link = 'https://bigin.zoho.com/bigin/org1/Home?a=b&c#/contacts/1';
    await openPopup(7, { link, tagNames: ['VIP', 'R&D'] });
    expect(pages).toEqual([
      `popup.html?tab=7&link=${encodeURIComponent(link)}&choose=VIP&choose=R%26D`,
      'popup.html?tab=7',
    ]);
    expect(create).not.toHaveBeenCalled();
  });

  it('opens a small window where another tab has come into view meanwhile', async () => {
    await openPopup(7, {}, false);
    expect(openToolbarPopup).not.toHaveBeenCalled();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('opens a small window where the browser does not open the toolbar’s popup', async () => {
    openToolbarPopup.mockRejectedValue(new Error('Could not find an active browser window.'));
    await openPopup(7);
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({
        type: 'popup',
        url: 'chrome-extension://test-extension-id/popup.html?tab=7&link=&live',
      }),
    );
    expect(pages.at(-1)).toBe('popup.html?tab=7');
  });
});

describe('a busy worker', () => {
  it('is kept alive, and woken if it was stopped all the same', async () => {
    vi.useFakeTimers();
    const pulse = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockResolvedValue({} as never);
    keepAliveForJobs(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pulse).toHaveBeenCalledTimes(3);
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm).toMatchObject({ name: 'resume-jobs', periodInMinutes: 0.5 });

    keepAliveForJobs(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pulse).toHaveBeenCalledTimes(3);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    vi.useRealTimers();
  });

  it('resumes by its own alarm and at the browser’s start', async () => {
    const resume = vi.fn();
    onWake(resume);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0 });
    expect(resume).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'resume-jobs', scheduledTime: 0 });
    await fakeBrowser.runtime.onStartup.trigger();
    expect(resume).toHaveBeenCalledTimes(2);
  });
});

describe('the stored secrets', () => {
  it('are kept from content scripts, where the browser can', async () => {
    const levels: unknown[] = [];
    for (const area of ['local', 'session'] as const) {
      const setAccessLevel = (level: unknown) => Promise.resolve(void levels.push([area, level]));
      Object.assign(fakeBrowser.storage[area], { setAccessLevel });
    }
    await restrictStorage();
    expect(levels).toEqual([
      ['local', { accessLevel: 'TRUSTED_CONTEXTS' }],
      ['session', { accessLevel: 'TRUSTED_CONTEXTS' }],
    ]);
    for (const area of ['local', 'session'] as const) {
      Object.assign(fakeBrowser.storage[area], { setAccessLevel: undefined });
    }
    await expect(restrictStorage()).resolves.toBeUndefined();
  });
});
