import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-command';
import { shippedPackages } from '../shipped-packages';

/** A package without a text of its own, and the one of the same repository that has it. */
const coveredBy: Readonly<Record<string, string>> = { '@wxt-dev/browser': 'wxt' };

/**
 * The extension's own license and those of the packages that it is made of, for the build: they ask to go with every
 * copy, and the minifiers leave none of them in the code. Throws where a package has none.
 */
export function licenseFile(): { relativeDest: string; contents: string } {
  // Vite's own lines that load a part of a page are no module of a package.
  const packages = [...shippedPackages(), 'vite'].toSorted().map((name) => part(name, licenseOf(name)));
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  return { relativeDest: 'licenses.txt', contents: [part('Untag for Bigin', own), ...packages].join('\n') };
}

function licenseOf(name: string): string {
  const folder = join(root, 'node_modules', coveredBy[name] ?? name);
  const file = readdirSync(folder).find((each) => /^licen[sc]e/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without the text of its license`);
  // Vite's goes on with those of what the tool itself is made of.
  const [own = ''] = readFileSync(join(folder, file), 'utf8').split('\n# Licenses of bundled dependencies');
  return own;
}

function part(name: string, text: string): string {
  return `${name}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
