import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The settings of a build that carries a client. */
async function settingsOfBuild() {
  vi.stubEnv('WXT_ZOHO_CLIENT_ID', '1000.BUILT0IN');
  vi.resetModules();
  return import('@/lib/oauth/client-settings');
}

beforeEach(() => fakeBrowser.reset());

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the client that a build carries', () => {
  it('is set up from the beginning', async () => {
    const { isClientSetUp, readOAuthSettings } = await settingsOfBuild();
    const { client } = await readOAuthSettings();
    expect(client).toEqual({ type: 'public', id: '1000.BUILT0IN', secret: '' });
    expect(isClientSetUp(client)).toBe(true);
  });

  it('makes way for the user’s, and comes back where that is taken out', async () => {
    const { readOAuthSettings, saveOAuthSettings } = await settingsOfBuild();
    const settings = await readOAuthSettings();
    const idAfter = async (id: string) => {
      await saveOAuthSettings({ ...settings, client: { ...settings.client, id } });
      return (await readOAuthSettings()).client.id;
    };
    expect(await idAfter('1000.MINE')).toBe('1000.MINE');
    expect(await idAfter(' ')).toBe('1000.BUILT0IN');
  });

  it('is none in a build that was given none', async () => {
    const { isClientSetUp, readOAuthSettings } = await import('@/lib/oauth/client-settings');
    const { client } = await readOAuthSettings();
    expect(client.id).toBe('');
    expect(isClientSetUp(client)).toBe(false);
  });
});
