import { transformSync } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { root } from './run-command';

/** The TypeScript files in a folder of the project and below, by their paths in the project. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => posix.join(folder, path.split(sep).join('/')));
}

/** The folders that files lie in, each once. */
export function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => posix.dirname(path)))];
}

/** Whether a TypeScript file holds more than types. */
export function hasCode(path: string): boolean {
  return transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts' }).code.trim() !== '';
}
