import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The path of a Chromium that can be driven: `$CHROMIUM_PATH`, an installed Chromium, Chrome or Edge,
 * Playwright's own, and else one that is installed now, by Playwright or by the system's package manager.
 */
export function findChromium(): string {
  const path =
    process.env['CHROMIUM_PATH'] ??
    installed(browsers) ??
    playwrightsOwn() ??
    installByPlaywright() ??
    installByPackageManager();
  if (!path || !existsSync(path)) {
    throw new Error(
      path
        ? `There is no browser at ${path}. Point CHROMIUM_PATH to Chromium, or leave it out.`
        : 'No Chromium was found, and none could be installed. Install Chromium and point CHROMIUM_PATH to it.',
    );
  }
  return path;
}

const browsers = [
  'chromium',
  'chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Names are looked for on the PATH, paths as they are. */
function installed(candidates: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return candidates
    .flatMap((candidate) =>
      /[\\/]/.test(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate)),
    )
    .find((path) => existsSync(path));
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function installByPlaywright(): string | undefined {
  console.log('No browser found: asking Playwright to download Chromium.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return playwrightsOwn();
}

/** The package of each system that holds Chromium, and the commands that install it. */
const packageManagers: { manager: string; commands: string[][] }[] = [
  {
    manager: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'chromium'],
    ],
  },
  { manager: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { manager: 'pacman', commands: [['pacman', '-S', '--noconfirm', 'chromium']] },
  { manager: 'apk', commands: [['apk', 'add', 'chromium']] },
  { manager: 'brew', commands: [['brew', 'install', '--cask', 'chromium']] },
];

function installByPackageManager(): string | undefined {
  const found = packageManagers.find(({ manager }) => installed([manager]) !== undefined);
  if (!found) return undefined;
  console.log(`Installing Chromium with ${found.manager}.`);
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
      return undefined;
    }
  }
  return installed(browsers);
}
