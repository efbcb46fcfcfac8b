import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { packagePaths } from './package-paths';
import { readZip, type ZipFiles } from './zip-files';

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

/** Where two sets of files are not the same, byte by byte. */
export function differences(packed: ZipFiles, built: ZipFiles): string[] {
  return [...new Set([...packed.keys(), ...built.keys()])].sort().flatMap((name) => {
    const [inPackage, inBuild] = [packed.get(name), built.get(name)];
    if (!inPackage) return [`${name} is built, but not in the package`];
    if (!inBuild) return [`${name} is in the package, but not built`];
    return inPackage.equals(inBuild) ? [] : [`${name} is built with other bytes than in the package`];
  });
}

export function unpack(files: ZipFiles, folder: string): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function filesIn(folder: string): ZipFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
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
