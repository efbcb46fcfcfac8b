import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-command';
import { dataCenterIds, dataCenters } from '../../lib/bigin/data-centers';
import { documentedPermissions } from '../support/documented-permissions';
import { expect, test } from './support/fixtures';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  content_scripts: { matches: string[]; js: string[] }[];
  content_security_policy: { extension_pages: string };
}

const { permissions, hosts } = documentedPermissions();

for (const [build, name] of [
  ['chrome-mv3', 'Chrome'],
  ['firefox-mv3', 'Firefox'],
] as const) {
  test.describe(`the ${build} build`, () => {
    const folder = join(root, '.output', build);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const files = (extension: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(`.${extension}`))
        .map((file) => readFileSync(join(folder, file), 'utf8'));

    test("leaves the browser's own pages alone, its history above all", () => {
      expect(manifest).not.toHaveProperty('chrome_url_overrides');
      expect(existsSync(join(folder, 'history.html'))).toBe(true);
    });

    test('loads each of its style sheets from some page, or with what a page loads later', () => {
      const loading = [...files('html'), ...files('js')].join('\n');
      const sheets = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.css'));
      expect(sheets.length).toBeGreaterThan(5);
      expect(sheets.filter((sheet) => !loading.includes(sheet))).toEqual([]);
    });

    test('asks for the documented permissions, and for no other', () => {
      const documented = (kind: string) =>
        permissions
          .filter((each) => each.kind === kind && each.builds.includes(name))
          .map((each) => each.name);
      expect(manifest.permissions.toSorted()).toEqual(documented('required').toSorted());
      expect(manifest.optional_permissions.toSorted()).toEqual(documented('optional').toSorted());
      expect(manifest.host_permissions.toSorted()).toEqual(hosts.flat().toSorted());
      expect(manifest).not.toHaveProperty('optional_host_permissions');
    });

    test('uses each of them, where it is documented', () => {
      const scripts = files('js').join('\n');
      for (const permission of permissions) {
        const isUsed = new RegExp(`\\b${permission.name}\\b`);
        if (permission.builds.includes(name)) expect(scripts).toMatch(new RegExp(`\\.${permission.name}\\b`));
        expect(permission.usedBy).not.toEqual([]);
        for (const file of permission.usedBy) expect(readFileSync(join(root, file), 'utf8')).toMatch(isUsed);
      }
    });

    test('runs in pages of Bigin’s web app alone, in their top frames', () => {
      const matches = manifest.content_scripts.map((script) => script.matches.toSorted());
      expect(matches).toEqual([hosts.map(([webApp = '']) => webApp).toSorted()]);
      expect(manifest.content_scripts[0]).not.toHaveProperty('all_frames');
    });

    test('opens no door to web pages and other extensions', () => {
      for (const door of ['web_accessible_resources', 'externally_connectable', 'sandbox', 'oauth2']) {
        expect(manifest).not.toHaveProperty(door);
      }
      expect(files('js').join('\n')).not.toMatch(/onMessageExternal|onConnectExternal|onUserScript/);
    });

    test('has a policy that allows its own files and Zoho’s servers, and nothing else', () => {
      const policy = manifest.content_security_policy.extension_pages;
      const directives = Object.fromEntries(
        policy.split('; ').map((directive) => {
          const [first = '', ...sources] = directive.split(' ');
          return [first, sources];
        }),
      );
      const servers = dataCenterIds.flatMap((id) => [
        dataCenters[id].accountsServer,
        dataCenters[id].apiDomain,
      ]);
      expect(directives).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'connect-src': ["'self'", ...servers],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      });
    });

    test('brings all its code along, and makes none of text', () => {
      for (const script of files('js')) {
        expect(script).not.toMatch(
          /\beval\(|new Function\b|\bimportScripts\(|document\.write|\bimport\(["'`]\w+:/,
        );
      }
      for (const page of files('html')) {
        const loaded = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url);
        expect(loaded.length).toBeGreaterThan(1);
        for (const url of loaded) expect(url).toMatch(/^\/(?!\/)/);
        expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
      }
      for (const sheet of files('css')) expect(sheet).not.toMatch(/url\(|@import/);
    });
  });
}
