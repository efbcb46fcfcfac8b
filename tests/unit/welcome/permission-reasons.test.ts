import { describe, expect, it } from 'vitest';
import {
  explainPermissions,
  permissionReasons,
  type PermissionManifest,
} from '@/entrypoints/welcome/permission-reasons';
import config from '@/wxt.config';
import { documentedPermissions } from '../../support/documented-permissions';

const makeManifest = config.manifest as (env: { browser: string; mode: string }) => PermissionManifest;

describe.each(['chrome', 'firefox'])('the permissions that the manifest for %s asks for', (browser) => {
  const manifest = makeManifest({ browser, mode: 'production' });

  it('are all explained', () => {
    const explained = explainPermissions(manifest);
    expect(explained.filter(({ reason }) => reason === '')).toEqual([]);
    const names = explained.map(({ name }) => name);
    for (const name of [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])]) {
      expect(names).toContain(name);
    }
  });

  it('are told whole: every host by its name', () => {
    const told = explainPermissions(manifest).flatMap(({ name, otherHosts }) => [name, ...otherHosts]);
    for (const pattern of manifest.host_permissions ?? []) {
      const { host } = new URL(pattern);
      expect(told.filter((each) => each === host || each.startsWith(`${host} `))).toHaveLength(1);
    }
  });
});

describe('the documented permissions', () => {
  const { permissions, hosts } = documentedPermissions();

  it('are those that the set-up guide explains', () => {
    const names = permissions.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(permissionReasons).toSorted());
    const namesOf = (kind: string) =>
      permissions.filter((each) => each.kind === kind).map(({ name }) => name);
    const explained = explainPermissions({
      permissions: namesOf('required'),
      optional_permissions: namesOf('optional'),
      host_permissions: hosts.flat(),
    });
    expect(explained.filter(({ reason }) => reason === '')).toEqual([]);
    // Each kind of host in one line.
    expect(explained).toHaveLength(names.length + 3);
  });
});

describe('a permission', () => {
  it('that nobody has explained yet is shown all the same, so that its want is seen', () => {
    const manifest = { permissions: ['tabs'], host_permissions: ['https://example.com/*'] };
    expect(explainPermissions(manifest)).toEqual([
      { name: 'tabs', otherHosts: [], reason: '', isOptional: false },
      { name: 'https://example.com/*', otherHosts: [], reason: '', isOptional: false },
    ]);
  });

  it('that is optional says so; hosts are told by what they are for', () => {
    const manifest = {
      optional_permissions: ['notifications'],
      host_permissions: ['https://bigin.zoho.eu/*', 'https://bigin.zoho.jp/*', 'https://www.zohoapis.eu/*'],
    };
    const told = explainPermissions(manifest);
    expect(told.map(({ name, otherHosts, isOptional }) => [name, otherHosts, isOptional])).toEqual([
      ['bigin.zoho.eu and 1 more', ['bigin.zoho.jp'], false],
      ['www.zohoapis.eu', [], false],
      ['notifications', [], true],
    ]);
  });
});
