import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/run-command';
import { isTitled, testTitles } from './support/test-titles';

const documents = ['', '.github', 'docs', 'docs/decisions', 'docs/store'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Files and folders that stand between backticks. */
const named =
  /`((?:lib|entrypoints|components|scripts|tests|docs|public|\.github)\/[\w./-]+|[\w.-]+\.(?:config\.ts|jsonc?))`/g;
/** What a link leads to, where that is a file. */
const linked = /\]\((?!https?:|#)([^)#]+)/g;
/** A test's file, and its name between quotation marks. */
const namedTest = /`(tests\/[\w./-]+)`: “([^”]+)”/g;

describe.each(documents)('%s', (document) => {
  const text = textOf(document).replaceAll(/\s+/g, ' ');

  it('names files that are there', () => {
    const paths = [
      ...[...text.matchAll(named)].map(([, path = '']) => path),
      ...[...text.matchAll(linked)].map(([, path = '']) => join(dirname(document), path)),
    ];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names tests that are run', () => {
    const missing = [...text.matchAll(namedTest)].filter(
      ([, path = '', title = '']) =>
        !existsSync(join(root, path)) || !isTitled(testTitles(textOf(path)), title),
    );
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });
});

it('a test that is commented out, passed over or only spoken of is none', () => {
  const code = `
    describe('group', () => {
      it('is run', () => expect('only spoken of').toBe('it("only spoken of")'));
      // it('commented out', () => {});
      /* test('out too', () => {}); */
      it.skip('passed over', () => {});
      it.each([['a case', 1]])('is run with %s', () => {});
      test.describe('is one of Playwright’s', () => {});
    });
    describe.skip('idle group', () => void it('idle', () => {}));`;
  expect([...testTitles(code)]).toEqual([
    'group',
    'is run',
    'is run with %s',
    'is run with a case',
    'is one of Playwright’s',
  ]);
});

it.each<[string, boolean]>([
  ['of … elements is read', true],
  ['of 7 elements is read', true],
  ['of 7 elements is', false],
  ['of 7 elements is refused', false],
  ['of … rows is read', false],
])('a test for each of several is called by one of them, or by …: “%s”', (name, is) => {
  expect(isTitled(new Set(['is another', 'of … elements is read']), name)).toBe(is);
});

it('the README names the browsers that the manifests ask for', () => {
  const config = textOf('wxt.config.ts');
  const [, chrome = ''] = /minimum_chrome_version: '(\d+)'/.exec(config) ?? [];
  const [, firefox = ''] = /strict_min_version: '(\d+)\.0'/.exec(config) ?? [];
  expect([chrome, firefox]).not.toContain('');
  expect(textOf('README.md').replaceAll(/\s+/g, ' ')).toContain(
    `Chrome and Edge from version ${chrome} and in Firefox from version ${firefox}`,
  );
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
