import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { canNotify, notify, onNotificationPressed } from '@/lib/browser/notifications';
import { isNotifyOffered, requestNotify } from '@/lib/browser/notify-offer';

type Press = (id: string, button?: number) => void;

/** An event that keeps a listener once, as browsers do. */
function event() {
  const listeners = new Set<Press>();
  return {
    addListener: (listener: Press) => void listeners.add(listener),
    fire: (...pressed: Parameters<Press>) => listeners.forEach((listener) => listener(...pressed)),
  };
}

const notice = {
  id: 'job-1',
  title: 'Removed 1 tag from 2 records',
  message: 'Tag: “VIP”',
  buttons: ['Undo'],
};
const granted = event();
let onClicked: ReturnType<typeof event>;
let onButtonClicked: ReturnType<typeof event>;
const create = vi.fn();
const clear = vi.fn();

function permit(level = 'granted') {
  onClicked = event();
  onButtonClicked = event();
  create.mockResolvedValue('job-1');
  clear.mockResolvedValue(true);
  const getPermissionLevel = () => Promise.resolve(level);
  Object.assign(fakeBrowser, {
    notifications: { create, clear, getPermissionLevel, onClicked, onButtonClicked },
  });
}

function forbid() {
  Object.assign(fakeBrowser, { notifications: undefined });
}

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
  clear.mockReset();
  Object.assign(fakeBrowser, { permissions: { onAdded: granted } });
});

describe('a notification', () => {
  it('is shown where it is permitted', async () => {
    permit();
    expect(await canNotify()).toBe(true);
    await notify(notice);
    const { id, buttons, ...words } = notice;
    expect(create).toHaveBeenCalledWith(
      id,
      expect.objectContaining({ ...words, type: 'basic', buttons: [{ title: buttons[0] }] }),
    );
  });

  it('is no trouble where it is not, or not any more', async () => {
    forbid();
    expect(await canNotify()).toBe(false);
    await expect(notify(notice)).resolves.toBeUndefined();
    permit('denied');
    expect(await canNotify()).toBe(false);
    create.mockRejectedValue(new Error('gone'));
    await expect(notify(notice)).resolves.toBeUndefined();
  });

  it('goes when it is pressed, and tells where, once, also if it was permitted after the worker started', () => {
    forbid();
    const act = vi.fn(() => Promise.resolve());
    onNotificationPressed(act);
    permit();
    granted.fire('');
    granted.fire('');
    onClicked.fire('job-1');
    onButtonClicked.fire('job-2', 0);
    expect(act.mock.calls).toEqual([
      ['job-1', undefined],
      ['job-2', 0],
    ]);
    expect(clear.mock.calls).toEqual([['job-1'], ['job-2']]);
  });
});

describe('the offer of notifications', () => {
  const answer = (contains: boolean, given: boolean) =>
    Object.assign(fakeBrowser, {
      permissions: { contains: () => Promise.resolve(contains), request: () => Promise.resolve(given) },
    });

  it('is made until they are permitted', async () => {
    answer(false, true);
    expect(await isNotifyOffered()).toBe(true);
    expect(await requestNotify()).toBe(true);
    answer(true, true);
    expect(await isNotifyOffered()).toBe(false);
  });

  it('is not made again to who has declined', async () => {
    answer(false, false);
    expect(await requestNotify()).toBe(false);
    expect(await isNotifyOffered()).toBe(false);
  });
});
