import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is there. Names are looked for on the PATH, paths as they are. */
export function findInstalled(candidates: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return candidates
    .flatMap((candidate) =>
      /[\\/]/.test(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate)),
    )
    .find((path) => existsSync(path));
}

/** A package manager, and the commands by which it installs a browser. */
export interface Installation {
  manager: string;
  commands: string[][];
}

/** Whether packages can be installed without anybody being asked for a password. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true']).status === 0;
}

/** Installs a browser by the package manager that the system has; whether that was possible. */
export function installByPackageManager(browser: string, installations: readonly Installation[]): boolean {
  const found = installations.find(({ manager }) => findInstalled([manager]) !== undefined);
  if (!found) return false;
  console.log(`Installing ${browser} with ${found.manager}.`);
  const needsSudo = found.manager !== 'brew' && process.getuid?.() !== 0;
  for (const command of found.commands) {
    // Without a password prompt: where sudo would ask, there is nobody to answer.
    const [program = '', ...args] = needsSudo ? ['sudo', '-n', ...command] : command;
    try {
      execFileSync(program, args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      return false;
    }
  }
  return true;
}
