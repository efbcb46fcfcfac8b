import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePaths } from './package-paths';
import { differences, filesIn, readZip, unpack } from './zip-files';

/**
 * Does with the source package what its README tells Mozilla's reviewers, in a folder of its own; where the outcome
 * differs from the package that users get.
 */
export async function rebuildFirefox(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'untag-sources-'));
  try {
    unpack(await readZip(packagePaths.firefoxSources), folder);
    for (const args of [
      ['ci', '--no-audit', '--no-fund'],
      ['run', 'build-for-amo'],
    ]) {
      if (!npm(args, folder)) return [`npm ${args.join(' ')} failed in the source package`];
    }
    return differences(await readZip(packagePaths.firefox), filesIn(join(folder, '.output/firefox-mv3')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a stranger would run it: no setting of this build's environment reaches it. */
function npm(args: string[], cwd: string): boolean {
  const env = Object.entries(process.env).filter(([name]) => !/^(?:WXT|VITE|npm_package)_/.test(name));
  const { status } = spawnSync('npm', args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: Object.fromEntries(env),
  });
  return status === 0;
}
