import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultOAuthSettings, readOAuthSettings, saveOAuthSettings } from '@/lib/oauth/client-settings';
import { listConnections, removeConnection, saveConnection } from '@/lib/oauth/connection-store';
import { readSettings, saveSettings, standardSettings } from '@/lib/settings/all-settings';
import { readAppearance, saveAppearance, standardAppearance } from '@/lib/settings/appearance';
import { readRunSettings, saveRunSettings, standardRunSettings } from '@/lib/settings/run-settings';
import { VersionedItem } from '@/lib/versioned-item';
import { aConnection } from './support/a-connection';
import { problemOf } from './support/problem-of';

const { local } = fakeBrowser.storage;

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a stored value', () => {
  it('of the version before there were versions is of the first one', async () => {
    await local.set({ thing: 'a' });
    expect(await new VersionedItem('thing').getValue()).toBe('a');
  });

  it('is carried over from version to version', async () => {
    await new VersionedItem('thing').setValue('a');
    const migrations = [(older: unknown) => [older], (older: unknown) => ({ list: older })];
    expect(await new VersionedItem('thing', migrations).getValue()).toEqual({ list: ['a'] });
    // Once: the next start finds it migrated.
    expect(await new VersionedItem('thing', migrations).getValue()).toEqual({ list: ['a'] });
  });

  it.each([0, -1, 1.5, 'x', null, {}])('is of the first version where its mark is none: %j', async (v) => {
    await local.set({ thing: 'a', thing$: { v } });
    const migrations = [(older: unknown) => [older], (older: unknown) => ({ list: older })];
    expect(await new VersionedItem('thing', migrations).getValue()).toEqual({ list: ['a'] });
  });

  it('that was stored first by a later version is not migrated', async () => {
    await new VersionedItem('thing', [() => 'migrated']).setValue('new');
    expect(await new VersionedItem('thing', [() => 'migrated']).getValue()).toBe('new');
  });

  it('of a newer version is neither read nor overwritten', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await new VersionedItem('thing', [() => 'migrated']).setValue({ newer: true });
    const stored = await local.get();
    const older = new VersionedItem('thing');
    expect(await problemOf(older.getValue())).toEqual({ code: 'dataNewer' });
    expect(await problemOf(older.setValue('older'))).toEqual({ code: 'dataNewer' });
    expect(await local.get()).toEqual(stored);
  });
});

describe('what a newer version has stored', () => {
  const newer = { connections: 'C', oauthSettings: 'O', runSettings: 'R', appearance: 'A' };
  const versions = Object.fromEntries(Object.keys(newer).map((key) => [`${key}$`, { v: 99 }]));
  const token = { token: 't', expiresAt: 0 };

  it.each<[string, () => Promise<unknown>]>([
    ['connections are not listed', listConnections],
    ['none is added', () => saveConnection(aConnection, token)],
    ['none is removed', () => removeConnection('us:org1')],
    ['the client is not read', readOAuthSettings],
    ['nor replaced', () => saveOAuthSettings(defaultOAuthSettings)],
    ['the pace is not read', readRunSettings],
    ['nor replaced', () => saveRunSettings(standardRunSettings)],
    ['the appearance is not replaced', () => saveAppearance(standardAppearance)],
    ['nor are all settings read', readSettings],
    ['nor replaced', () => saveSettings(standardSettings)],
  ])('stays: %s', async (_, act) => {
    await local.set({ ...newer, ...versions });
    expect(await problemOf(act())).toEqual({ code: 'dataNewer' });
    expect(await local.get()).toEqual({ ...newer, ...versions });
  });

  it('leaves the pages their standard looks, to tell of it', async () => {
    await local.set({ ...newer, ...versions });
    expect(await readAppearance()).toEqual(standardAppearance);
  });
});
