import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { JSDOM } from 'jsdom';

const links = 'script[src], link[rel=modulepreload], link[rel=stylesheet]';

/**
 * The scripts and style sheets that a built page loads to be shown: those that it names, and what they import. What
 * they import later, when it is needed, is none of them.
 */
export function pageFiles(folder: string, page: string): string[] {
  const { document } = new JSDOM(readFileSync(join(folder, page))).window;
  const named = [...document.querySelectorAll(links)].map((element) => {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    return address.replace(/^\//, '');
  });
  return withImports(folder, named);
}

/** Files of a built extension and what they import, each once. */
export function withImports(folder: string, named: readonly string[]): string[] {
  const { inputs } = buildSync({
    entryPoints: named.map((file) => join(folder, file)),
    bundle: true,
    splitting: true,
    metafile: true,
    write: false,
    format: 'esm',
    target: 'esnext',
    outdir: folder,
    absWorkingDir: folder,
    logLevel: 'silent',
  }).metafile;
  const files = new Set(named);
  for (const file of files) {
    for (const { path, kind } of inputs[file]?.imports ?? []) {
      if (kind === 'import-statement' || kind === 'import-rule') files.add(path);
    }
  }
  return [...files];
}
