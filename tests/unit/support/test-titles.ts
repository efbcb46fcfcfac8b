import { parseAst } from 'rolldown/parseAst';

/** What a test or a group of tests is called, and what keeps one from being run. */
const callers = new Set(['it', 'test', 'describe']);
const idle = new Set(['skip', 'todo', 'fixme', 'fails', 'fail']);

type Node = Record<string, unknown>;

/** The titles of the tests that a file runs, and of their groups; of what is only written there, none. */
export function testTitles(code: string, isMarkup = false): Set<string> {
  const titles = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value)) return;
    if (value['type'] === 'CallExpression') {
      const names = chainOf(value['callee']);
      if (callers.has(names[0] ?? '')) {
        // What stands within a group that is passed over is not run either.
        if (names.some((name) => idle.has(name))) return;
        const title = textOf((value['arguments'] as unknown[])[0]);
        if (title !== undefined) titles.add(title);
        for (const name of namedCases(value['callee'])) titles.add(String(title).replace('%s', name));
      }
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(code, { lang: isMarkup ? 'tsx' : 'ts' }));
  return titles;
}

/** Whether a test is called so; in its title, … stands for a word that changes. */
export function isTitled(titles: ReadonlySet<string>, name: string): boolean {
  const words = name.split(' ');
  return [...titles]
    .map((title) => title.split(' '))
    .some(
      (title) =>
        title.length === words.length && title.every((word, index) => ['…', words[index]].includes(word)),
    );
}

/** `it.each([…])` and `test.describe` by their names, the first first. */
function chainOf(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee['type'] === 'Identifier') return [String(callee['name'])];
  if (callee['type'] === 'CallExpression') return chainOf(callee['callee']);
  if (callee['type'] === 'MemberExpression')
    return [...chainOf(callee['object']), ...chainOf(callee['property'])];
  return [];
}

/** What the cases of a table are called, where that is the first that each says. */
function namedCases(callee: unknown): string[] {
  if (!isNode(callee) || callee['type'] !== 'CallExpression') return [];
  const [table] = callee['arguments'] as Node[];
  const cases = table?.['type'] === 'ArrayExpression' ? (table['elements'] as Node[]) : [];
  return cases.flatMap((row) => textOf((row['elements'] as unknown[] | undefined)?.[0]) ?? []);
}

/** A text as it is written; in a template, what changes is left out. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node['type'] !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('…');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
