import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/run-command';

const documents = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Files and folders that stand between backticks. */
const named = /`((?:lib|entrypoints|components|scripts|tests|docs)\/[\w./-]+)`/g;
/** A test's file, and its name between quotation marks. */
const namedTest = /`(tests\/[\w./-]+)`: “([^”]+)”/g;

describe.each(documents)('docs/%s', (name) => {
  const text = textOf(join('docs', name)).replaceAll(/\s+/g, ' ');

  it('names files that are there', () => {
    const missing = [...text.matchAll(named)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it('names tests that are there', () => {
    const missing = [...text.matchAll(namedTest)].filter(
      ([, path = '', title = '']) => !existsSync(join(root, path)) || !textOf(path).includes(title),
    );
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

describe('the threat model', () => {
  const rows = textOf('docs/threat-model.md')
    .split('\n## ')
    .filter((section) => /^(?:A |Parsers|Versions)/.test(section))
    .flatMap((section) => section.split('\n').filter((line) => /^\| (?!---|:?-|Threat|What +\|)/.test(line)));

  it('has a test beside each answer, and a file in it', () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      expect(row).toMatch(namedTest);
      expect(row.replaceAll(namedTest, '')).toMatch(/`[\w./-]+\.(?:ts|json|md)`|`lib\/[\w/-]+\/`/);
    }
  });
});
