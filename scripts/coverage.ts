/**
 * `npm run coverage`: which lines and branches of lib the unit tests run, folder by folder; line by line in
 * coverage/index.html.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { table } from '../tests/bench/performance-page';
import { root, run } from './run-command';

const passed = run('vitest', ['run', '--coverage', ...process.argv.slice(2)]);

const part = z.object({ total: z.int(), covered: z.int() });
const summary = z.record(z.string(), z.object({ lines: part, branches: part }));
const stored: unknown = JSON.parse(readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8'));
const files = Object.entries(summary.parse(stored)).map(([path, figures]) => ({
  folder: path === 'total' ? 'lib' : folderOf(relative(root, path).split(sep)),
  ...figures,
}));

const folders = [...new Set(files.map(({ folder }) => folder))].toSorted();
const rows = folders.map((folder) => {
  const inFolder = files.filter((file) => file.folder === folder);
  return [folder, share(inFolder.map(({ lines }) => lines)), share(inFolder.map(({ branches }) => branches))];
});
console.log(`\n${table(['', 'Lines', 'Branches'], rows)}\n`);
process.exit(passed ? 0 : 1);

/** The folder in lib; lib itself for what lies there. */
function folderOf([, folder = '', ...rest]: string[]): string {
  return rest.length === 0 ? 'lib (files)' : `lib/${folder}`;
}

function share(parts: readonly z.infer<typeof part>[]): string {
  const sum = (key: keyof z.infer<typeof part>) => parts.reduce((all, each) => all + each[key], 0);
  return `${((100 * sum('covered')) / Math.max(1, sum('total'))).toFixed(1)} %`;
}
