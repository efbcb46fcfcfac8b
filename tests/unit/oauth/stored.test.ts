import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultOAuthSettings, readOAuthSettings, saveOAuthSettings } from '@/lib/oauth/client-settings';
import {
  listConnections,
  readAccessToken,
  removeConnection,
  saveConnection,
  updateConnection,
} from '@/lib/oauth/connection-store';
import type { Connection } from '@/lib/oauth/connection';
import { onConnectionsChanged } from '@/lib/oauth/stored-items';
import { clients } from '../support/oauth';

const connection: Connection = {
  id: 'us:org1',
  dataCenter: 'us',
  org: 'org1',
  orgName: 'One',
  client: clients.server,
  scopes: [],
  connectedAt: 0,
  signInNeeded: false,
};

const token = { token: 'access-token', expiresAt: 5 };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('stored connections', () => {
  it('are one an organization', async () => {
    await saveConnection(connection, token);
    await saveConnection({ ...connection, id: 'eu:org1', dataCenter: 'eu' }, token);
    await saveConnection({ ...connection, orgName: 'Renamed' }, token);
    expect((await listConnections()).map(({ id, orgName }) => [id, orgName])).toEqual([
      ['eu:org1', 'One'],
      ['us:org1', 'Renamed'],
    ]);
  });

  it('that cannot be read are passed over', async () => {
    await fakeBrowser.storage.local.set({ connections: [null, { id: 5 }, connection, 'x'] });
    expect(await listConnections()).toEqual([connection]);
    await fakeBrowser.storage.local.set({ connections: 'x' });
    expect(await listConnections()).toEqual([]);
  });

  it('are changed one after another: no change undoes another', async () => {
    const other = { ...connection, id: 'eu:org1', dataCenter: 'eu' } as const;
    await Promise.all([saveConnection(connection, token), saveConnection(other, token)]);
    await Promise.all([
      updateConnection(connection, { renewedAt: 1 }),
      updateConnection(other, { renewedAt: 2 }),
    ]);
    expect((await listConnections()).map(({ renewedAt }) => renewedAt)).toEqual([1, 2]);
  });

  it('that were removed stay removed, with their tokens, whatever was under way', async () => {
    await saveConnection(connection, token);
    await Promise.all([
      removeConnection(connection.id),
      updateConnection(connection, { renewedAt: 1 }, { token: 'newer', expiresAt: 6 }),
    ]);
    expect(await listConnections()).toEqual([]);
    expect(await readAccessToken(connection.id)).toBeUndefined();
  });

  it('tell who watches of every change', async () => {
    const listener = vi.fn();
    const unwatch = onConnectionsChanged(listener);
    await saveConnection(connection, token);
    await removeConnection(connection.id);
    expect(listener).toHaveBeenCalledTimes(2);
    unwatch();
  });
});

describe('a stored access token', () => {
  it('lies where it is gone with the browser, and nowhere else', async () => {
    await saveConnection(connection, token);
    expect(await readAccessToken('us:org1')).toEqual(token);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('access-token');
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).toContain('access-token');
  });

  it('that cannot be read is none', async () => {
    await fakeBrowser.storage.session.set({ 'accessToken:us:org1': { token: 5 } });
    expect(await readAccessToken('us:org1')).toBeUndefined();
  });
});

describe('the OAuth settings', () => {
  it('are a public client at the tab’s data center, to begin with', async () => {
    expect(await readOAuthSettings()).toEqual(defaultOAuthSettings);
    expect(defaultOAuthSettings).toMatchObject({ client: { type: 'public' }, dataCenter: 'automatic' });
  });

  it('lose the white space that came along when they were pasted', async () => {
    const client = { type: 'server', id: ' 1000.X\n', secret: '\tsecret ' } as const;
    await saveOAuthSettings({ ...defaultOAuthSettings, client, dataCenter: 'eu' });
    expect(await readOAuthSettings()).toEqual({
      client: { type: 'server', id: '1000.X', secret: 'secret' },
      dataCenter: 'eu',
      redirectForm: 'extension',
    });
  });

  it('of an earlier version are taken over', async () => {
    const { client } = defaultOAuthSettings;
    await fakeBrowser.storage.local.set({ oauthSettings: { client, dataCenter: 'jp' } });
    expect(await readOAuthSettings()).toEqual({ client, dataCenter: 'jp', redirectForm: 'extension' });
  });

  it('that cannot be read are as at the beginning', async () => {
    await fakeBrowser.storage.local.set({ oauthSettings: { client: { type: 'magic' } } });
    expect(await readOAuthSettings()).toEqual(defaultOAuthSettings);
  });
});
