import { copyFileSync } from 'node:fs';
import { run } from '../run-command';
import { packagePaths } from './package-paths';

/**
 * Builds the extension for all browsers and packs it for all stores; whether that succeeded. Edge Add-ons takes the
 * package of the Chrome Web Store as it is: nothing in it depends on which of the two browsers runs it.
 */
export function makePackages(): boolean {
  if (!run('wxt', ['zip']) || !run('wxt', ['zip', '-b', 'firefox'])) return false;
  copyFileSync(packagePaths.chrome, packagePaths.edge);
  return true;
}
