import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backgroundFiles } from '../../bench/background-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'background-files-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A built extension with this background, from its files' texts. */
function build(background: unknown, files: Record<string, string>): void {
  const manifest = JSON.stringify({ manifest_version: 3, background });
  for (const [name, text] of Object.entries({ ...files, 'manifest.json': manifest })) {
    writeFileSync(join(folder, name), text);
  }
}

it.each([
  { service_worker: 'a.js', type: 'module' },
  { scripts: ['a.js'], type: 'module' },
])('the background loads what the manifest names and what that imports: %j', (background) => {
  build(background, { 'a.js': `import"./b.js";`, 'b.js': `import"./c.js";`, 'c.js': '', 'd.js': '' });
  expect(backgroundFiles(folder)).toEqual(['a.js', 'b.js', 'c.js']);
});

it('each script of a background page is loaded', () => {
  build({ scripts: ['a.js', 'b.js'] }, { 'a.js': '', 'b.js': '' });
  expect(backgroundFiles(folder)).toEqual(['a.js', 'b.js']);
});

it('a background that loads in another way is not weighed too lightly', () => {
  build({ service_worker: 'a.js' }, { 'a.js': `importScripts("b.js")`, 'b.js': '' });
  expect(() => backgroundFiles(folder)).toThrow('importScripts');
  build({ page: 'background.html' }, {});
  expect(() => backgroundFiles(folder)).toThrow('background');
  build({ service_worker: 'gone.js' }, {});
  expect(() => backgroundFiles(folder)).toThrow('gone.js');
});
