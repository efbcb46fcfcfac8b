import { copyFileSync } from 'node:fs';
import { runBeside } from '../run-command';
import { packagePaths } from './package-paths';

/**
 * Builds the extension for all browsers and packs it for all stores; whether that succeeded. Edge Add-ons takes the
 * package of the Chrome Web Store as it is: nothing in it depends on which of the two browsers runs it.
 */
export async function makePackages(): Promise<boolean> {
  const runs = await Promise.all([runBeside('wxt', ['zip']), runBeside('wxt', ['zip', '-b', 'firefox'])]);
  for (const { output } of runs) console.log(output.trim());
  if (!runs.every(({ succeeded }) => succeeded)) return false;
  copyFileSync(packagePaths.chrome, packagePaths.edge);
  return true;
}
