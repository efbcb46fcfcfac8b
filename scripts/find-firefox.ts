import { existsSync } from 'node:fs';
import { findInstalled, installByPackageManager, type Installation } from './find-installed';

/**
 * The path of a Firefox that can be driven: `$FIREFOX_PATH`, an installed Firefox, and else one that the system's
 * package manager installs now; `undefined` where there is none to be had.
 */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named === undefined) return findInstalled(browsers()) ?? installed();
  if (!existsSync(named)) {
    throw new Error(`There is no browser at ${named}. Point FIREFOX_PATH to Firefox, or leave it out.`);
  }
  return named;
}

/** The same for those who cannot do without. */
export function requireFirefox(): string {
  const path = findFirefox();
  if (path !== undefined) return path;
  throw new Error(
    'No Firefox was found, and none could be installed. Install Firefox and point FIREFOX_PATH to it.',
  );
}

/** A snap cannot be driven from a profile of its own; Ubuntu’s `firefox` is a shell for one. */
const browsers = () => [
  'firefox-esr',
  ...(existsSync('/snap/bin/firefox') ? [] : ['firefox']),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
];

/** The package of each system that holds Firefox, and the commands that install it. */
const installations: Installation[] = [
  {
    // Debian's; Ubuntu has none of this name.
    manager: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'firefox-esr'],
    ],
  },
  { manager: 'dnf', commands: [['dnf', 'install', '-y', 'firefox']] },
  { manager: 'pacman', commands: [['pacman', '-S', '--noconfirm', 'firefox']] },
  { manager: 'apk', commands: [['apk', 'add', 'firefox']] },
  { manager: 'brew', commands: [['brew', 'install', '--cask', 'firefox']] },
];

function installed(): string | undefined {
  return installByPackageManager('Firefox', installations) ? findInstalled(browsers()) : undefined;
}
