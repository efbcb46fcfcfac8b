import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';
import { states } from '../../e2e/states/index';
import { mostSeen, thorough, thoroughTests } from '../../e2e/thorough';
import { thorough as thoroughInFirefox } from '../../e2e-firefox/thorough';
import { testTitles } from '../support/test-titles';

/** The titles in a file; where one is put together, … stands for what changes. */
const titlesIn = (file: string) =>
  testTitles(readFileSync(join(root, 'tests/e2e', `${file}.spec.ts`), 'utf8'));

/** Whether a title may begin so. */
function canBegin(title: string, beginning: string): boolean {
  const [fixed = '', ...rest] = title.split('…');
  return title.startsWith(beginning) || (rest.length > 0 && beginning.startsWith(fixed));
}

/** Whether a test of this title may be one that `npm test` leaves out. */
function isLeftOut(file: string, title: string): boolean {
  const beginnings = thorough[file.replace('.spec.ts', '')] ?? [];
  return (
    thoroughTests.test(`together ${file} ${title}`) ||
    beginnings.some((beginning) => canBegin(title, beginning))
  );
}

const { accessibility = [], ...others } = thorough;

describe.each(Object.entries(others))('of %s, npm test leaves out tests', (file, titles) => {
  it.each(titles)('that there are: %s', (beginning) => {
    expect([...titlesIn(file)].filter((title) => canBegin(title, beginning))).not.toEqual([]);
  });
});

it('looks at the states that hold most of our pages each time, and at no other', () => {
  const names = states.map(({ name }) => name);
  expect(names.filter((name) => mostSeen.has(name))).toHaveLength(mostSeen.size);
  expect(names.filter((name) => !thoroughTests.test(`together accessibility.spec.ts axe ${name}`))).toEqual(
    names.filter((name) => mostSeen.has(name)),
  );
  expect(accessibility).toHaveLength(names.length - mostSeen.size);
});

it('leaves out no test of another file, and none that is called otherwise', () => {
  expect(thoroughTests.test('together access.spec.ts a host the servers, with the preview at hand')).toBe(
    true,
  );
  expect(thoroughTests.test('together badge.spec.ts a host the servers, with the preview at hand')).toBe(
    false,
  );
  expect(thoroughTests.test('together access.spec.ts all of it: the popup says so')).toBe(false);
});

it('leaves out nothing that the threat model names', () => {
  const model = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
  const named = [...model.matchAll(/`tests\/(e2e|e2e-firefox)\/([\w.-]+)`: “([^”]+)”/g)];
  expect(named).not.toEqual([]);
  const left = named.filter(([, folder, file = '', title = '']) =>
    folder === 'e2e' ? isLeftOut(file, title) : thoroughInFirefox.includes(file),
  );
  expect(left.map(([whole]) => whole)).toEqual([]);
});
