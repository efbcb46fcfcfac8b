import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageFiles } from '../../bench/page-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-files-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A built extension, from its files' texts. */
function build(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

it('a page loads what it names and what that imports, each once, but not what is imported when it is needed', () => {
  build({
    'popup.html': `<!doctype html><head><title>Popup</title>
      <script type="module" crossorigin src="/chunks/popup.js"></script>
      <link rel="modulepreload" crossorigin href="/chunks/shared.js">
      <link rel="stylesheet" crossorigin href="/assets/popup.css">
      <link rel="icon" href="/icon/16.png"></head>`,
    'chunks/popup.js': `import{a}from"./shared.js";import"./effect.js";await a(()=>import("./panel.js"));`,
    'chunks/shared.js': `export{b as a}from"./deep.js";`,
    'chunks/effect.js': `import"./shared.js";globalThis.on=true;`,
    'chunks/deep.js': `export const b=(load)=>load();`,
    'chunks/panel.js': `import"./only-for-panel.js";`,
    'chunks/only-for-panel.js': `globalThis.panel=true;`,
    'assets/popup.css': `@import "./base.css";p{color:red}`,
    'assets/base.css': `p{margin:0}`,
    'chunks/options.js': `globalThis.options=true;`,
  });
  expect(pageFiles(folder, 'popup.html').toSorted()).toEqual([
    'assets/base.css',
    'assets/popup.css',
    'chunks/deep.js',
    'chunks/effect.js',
    'chunks/popup.js',
    'chunks/shared.js',
  ]);
});

it('a file that a page names must be there', () => {
  build({ 'popup.html': `<script type="module" src="/chunks/gone.js"></script>` });
  expect(() => pageFiles(folder, 'popup.html')).toThrow('gone.js');
});
