import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../run-command';
import type { Gate } from './gate';
import { oneCheck } from './tally';

/** A tool of the project's that only says yes or no: one check. What it prints is shown when it is over. */
export function toolGate(name: string, tool: string, args: readonly string[]): Gate {
  return {
    name,
    async run() {
      const { succeeded, output } = await finished(tool, args);
      console.log(`\n${name}: ${succeeded ? 'passed' : 'FAILED'}\n${output.trim()}`);
      return oneCheck(name, succeeded);
    },
  };
}

function finished(tool: string, args: readonly string[]): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
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
