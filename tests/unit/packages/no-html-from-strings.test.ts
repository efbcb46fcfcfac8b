import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noHtmlFromStrings } from '../../../scripts/no-html-from-strings';

const reactDom = dirname(createRequire(import.meta.url).resolve('react-dom/package.json'));
const client = join(reactDom, 'cjs/react-dom-client.production.js');

const build = (code: string) =>
  noHtmlFromStrings().generateBundle(undefined, { a: { type: 'chunk', fileName: 'a.js', code } });

describe('HTML from strings', () => {
  it('is what React could make, and not what is built of it', () => {
    const code = readFileSync(client, 'utf8');
    expect(() => build(code)).toThrow('a.js makes HTML from a string: .innerHTML =');
    const built = noHtmlFromStrings().transform(code, client)?.code ?? '';
    expect(built.split('This extension makes no HTML from strings')).toHaveLength(4);
    expect(() => build(built)).not.toThrow();
  });

  it('of another package is left as it is', () => {
    expect(noHtmlFromStrings().transform('a.innerHTML = key', '/node_modules/other/a.js')).toBeUndefined();
  });

  it.each([
    'a.innerHTML=b',
    'a.innerHTML += b',
    'a.outerHTML = b',
    'a.innerHTML??=b',
    'a.insertAdjacentHTML("beforeend",b)',
    'document.write(b)',
    'document.writeln(b)',
    'a.setHTMLUnsafe(b)',
    'new DOMParser().parseFromString(b,"text/html")',
    'range.createContextualFragment(b)',
    'Document.parseHTMLUnsafe(b)',
    'a["innerHTML"]=b',
    'const key = `outerHTML`; a[key] = b',
    'frame.setAttribute("srcdoc",b)',
    'frame.srcdoc=b',
  ])('ends the build: %s', (code) => {
    expect(() => build(code)).toThrow('makes HTML from a string');
  });

  it.each(['a.innerHTML===b', 'a==="innerHTML"', 'case"innerHTML":', 'b=a.outerHTML'])(
    'is none, so the build goes on: %s',
    (code) => {
      expect(() => build(code)).not.toThrow();
    },
  );
});
