import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAppearance, saveAppearance, standardAppearance } from '@/lib/settings/appearance';

beforeEach(() => fakeBrowser.reset());

it('is the browser’s until the user chooses, and then what they chose', async () => {
  expect(await readAppearance()).toEqual({ theme: 'system', language: 'automatic' });
  await saveAppearance({ theme: 'dark', language: 'pt-BR' });
  expect(await readAppearance()).toEqual({ theme: 'dark', language: 'pt-BR' });
});

it.each([[null], ['dark'], [[]], [{ theme: 1, language: {} }], [{ theme: 'sepia', language: 'tlh' }]])(
  'falls back to the standard where what is stored is none: %j',
  async (stored) => {
    await fakeBrowser.storage.local.set({ appearance: stored });
    expect(await readAppearance()).toEqual(standardAppearance);
  },
);

it('falls back for each setting alone', async () => {
  await fakeBrowser.storage.local.set({ appearance: { theme: 'dark', language: 'tlh' } });
  expect(await readAppearance()).toEqual({ theme: 'dark', language: 'automatic' });
});
