import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../scripts/run-command';

const page = 'docs/performance.md';

/** Puts figures into docs/performance.md between the two marks of that name, in place of those that stand there. */
export function writeFigures(name: string, text: string): void {
  const file = join(root, page);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = readFileSync(file, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${page} has no place for ${name}`);
  writeFileSync(file, `${before}${begin}\n\n${text}\n\n${end}${after}`);
  run('oxfmt', [page]);
}

/** When and on what it was measured. */
export function measuredOn(): string {
  const date = new Date().toISOString().slice(0, 10);
  return `Measured on ${date}, on ${cpus().length} cores that the browser and the fake share`;
}

/** The first column holds words, the others figures. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'));
  return [columns, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
