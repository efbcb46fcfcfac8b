import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findInstalled, installByPackageManager, mayInstall, type Installation } from './find-installed';

/**
 * The path of a Chromium that can be driven: `$CHROMIUM_PATH`, an installed Chromium, Chrome or Edge,
 * Playwright's own, and else one that is installed now, by Playwright or by the system's package manager.
 */
export function findChromium(): string {
  const path =
    process.env['CHROMIUM_PATH'] ??
    findInstalled(browsers) ??
    playwrightsOwn() ??
    installByPlaywright() ??
    installed();
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

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) && hasItsLibraries(path) ? path : undefined;
}

/** Playwright’s download brings none of the system’s libraries, which a server may lack. */
function hasItsLibraries(path: string): boolean {
  return process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0;
}

function installByPlaywright(): string | undefined {
  console.log('No browser found: asking Playwright to download Chromium.');
  playwright('install', 'chromium');
  if (existsSync(chromium.executablePath()) && !playwrightsOwn() && mayInstall())
    playwright('install-deps', 'chromium');
  return playwrightsOwn();
}

function playwright(...args: string[]): void {
  spawnSync('npx', ['playwright', ...args], { stdio: 'inherit', shell: process.platform === 'win32' });
}

/** The package of each system that holds Chromium, and the commands that install it. */
const installations: Installation[] = [
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

function installed(): string | undefined {
  return installByPackageManager('Chromium', installations) ? findInstalled(browsers) : undefined;
}
