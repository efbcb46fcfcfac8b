import { spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolEntry } from './tool-entry';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs one of the project's own tools in its folder, its output shown; whether it succeeded. */
export function run(tool: string, args: string[], environment: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, [toolEntry(root, tool), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

/** Runs one of the project's own tools beside others: whether it succeeded, and what it printed. */
export function runBeside(
  tool: string,
  args: readonly string[],
): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn(process.execPath, [toolEntry(root, tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const add = (text: Buffer) => void (output += text.toString());
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ succeeded: false, output: message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
