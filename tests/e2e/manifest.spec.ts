import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-command';
import { expect, test } from './support/fixtures';

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  test(`the ${build} build leaves the browser's own pages alone, its history above all`, () => {
    const folder = join(root, '.output', build);
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('chrome_url_overrides');
    expect(existsSync(join(folder, 'history.html'))).toBe(true);
  });
}
