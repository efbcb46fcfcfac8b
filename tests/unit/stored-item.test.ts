import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StoredItem, storedKeys } from '@/lib/stored-item';

beforeEach(() => fakeBrowser.reset());

describe('a stored item', () => {
  const item = new StoredItem('local', 'name');

  it('is read, written and removed in its own area alone', async () => {
    expect(await item.getValue()).toBeUndefined();
    await item.setValue({ a: 1 });
    expect(await item.getValue()).toEqual({ a: 1 });
    expect(await new StoredItem('session', 'name').getValue()).toBeUndefined();
    expect([await storedKeys('local'), await storedKeys('session')]).toEqual([['name'], []]);
    await item.removeValue();
    expect(await item.getValue()).toBeUndefined();
  });

  it('tells each change of its own, until nobody wants to know', async () => {
    const listener = vi.fn();
    const end = item.watch(listener);
    await item.setValue(1);
    await new StoredItem('local', 'other').setValue(2);
    await new StoredItem('session', 'name').setValue(3);
    await item.removeValue();
    expect(listener.mock.calls.map(([value]: unknown[]) => value ?? 'removed')).toEqual([1, 'removed']);
    end();
    await item.setValue(4);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
